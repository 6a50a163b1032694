import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { profileEndpoints as profiles } from '../../contract/profile/endpoints.ts';
import { registrationFormEndpoints as forms } from '../../contract/registration-forms/endpoints.ts';
import { verificationEndpoints as verification } from '../../contract/verification/endpoints.ts';
import { env } from '../../env.ts';
import { storage } from '../../platform/storage/storage.ts';
import { memberToken, useApi } from '../../test/api.ts';
import * as made from '../../test/factories/profiles/profile.ts';
import { profileCalls, profileOf, signedInLawyer } from '../../test/factories/profiles/profile-calls.ts';
import { makeFirm } from '../../test/factories/registry.ts';
import { doDueWork, useOffice } from '../../test/office.ts';
import { pdfText } from '../../test/pdf.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { AuditEntry } from '../audit/model.ts';
import { RegistrationForm } from './model.ts';
import { checkForms } from './issuing/check-forms.ts';
import { issueForm } from './issuing/issue-form.ts';

useOffice();
const api = useApi();
const { decide, confirm, submit } = profileCalls(api);
let firmId: number;
let registrar: string;
beforeAll(async () => {
  env.PUBLIC_URL = api.url;
  firmId = (await makeFirm()).id;
  registrar = await staffToken('registrar');
});

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const flat = (bytes: Buffer) => pdfText(bytes).replace(/\s/g, '');
const formOf = (lawyerId: number, copy: RegistrationForm['copy'] = 'usual') =>
  RegistrationForm.findOne({ where: { lawyerId, copy }, order: [['id', 'DESC']], rejectOnEmpty: true });
const download = (as: string, copy?: string) =>
  api.call(forms.readOwnRegistrationForm, { as, ...(copy !== undefined && { query: { copy } }) });
const byToken = async (token: string) => (await api.call(verification.verifyToken, { params: { token } })).json;

/** A lawyer whose profile was approved. */
async function approved() {
  const person = await signedInLawyer(firmId);
  const { id } = await made.makeSubmitted(person.lawyerId);
  expect((await decide(registrar, id)).status).toBe(200);
  return { ...person, profileId: id };
}

describe('《律师基本信息登记表》', () => {
  test('is made by a job at the approval, once, and the log witnesses its file', async () => {
    const person = await approved();
    expect((await api.call(forms.showOwnRegistrationForm, { as: person.as })).json).toMatchObject({
      number: null,
      hasFamily: true,
    });
    await doDueWork();
    const form = await formOf(person.lawyerId);
    expect(form.number).toMatch(/^DJ\d{10,}$/);
    const [first, second] = [await download(person.as), await download(person.as)];
    expect(first.status).toBe(200);
    expect(first.bytes.equals(second.bytes)).toBe(true);
    expect(digest(first.bytes)).toBe(form.sha256);
    const line = await AuditEntry.findOne({ where: { action: 'form.issued', targetId: form.id } });
    expect(JSON.parse(line?.evidence ?? '')).toMatchObject({ file: form.sha256, snapshotId: form.snapshotId });
  });

  test('says what was approved; family and identity number stand on the own copy alone, where asked for', async () => {
    const { as } = await approved();
    const usual = flat((await download(as)).bytes);
    expect(usual).toContain('林知远');
    expect(usual).toContain('已填报，不打印');
    expect(usual).not.toContain('周若岚');
    expect(usual).not.toContain('梅园路');
    expect(usual).toMatch(/居民身份证\d{3}\*+\w{4}/);
    const family = flat((await download(as, 'family')).bytes);
    expect(family).toContain('周若岚');
    expect(family).toMatch(/居民身份证\d{3}\*+\w{4}/);
    const both = flat((await download(as, 'both')).bytes);
    expect(both).toContain('周若岚');
    expect(both).toMatch(/居民身份证\d{17}\w/);
    expect(both).not.toContain('梅园路');
  });

  test('is not there before the approval, nor for a firm, and no copy of it is made up', async () => {
    const person = await signedInLawyer(firmId);
    expect((await download(person.as)).status).toBe(409);
    const { id } = await made.makeSubmitted(person.lawyerId);
    expect((await download(person.as)).status).toBe(409);
    const { snapshotId } = await profileOf(person.lawyerId);
    await expect(issueForm(snapshotId ?? 0, 'usual')).rejects.toMatchObject({ code: 'wrong_state' });
    await decide(registrar, id, { education: '毕业证书不清晰，请重新上传' });
    expect((await download(person.as)).status).toBe(409);
    expect((await download(await memberToken({ firmId }))).status).toBe(404);
    expect((await download(person.as, 'whole')).status).toBe(422);
  });

  test('of two that ask at once one issues it', async () => {
    const { lawyerId } = await approved();
    const { approvedSnapshotId } = await profileOf(lawyerId);
    const both = await Promise.all([issueForm(approvedSnapshotId!, 'usual'), issueForm(approvedSnapshotId!, 'usual')]);
    expect(new Set(both.map(({ number }) => number)).size).toBe(1);
    expect(await RegistrationForm.count({ where: { lawyerId } })).toBe(1);
  });

  test('stands encrypted in the storage: neither PDF nor name can be read there', async () => {
    const { lawyerId, as } = await approved();
    await download(as, 'both');
    const { storageKey } = await formOf(lawyerId, 'both');
    const stored = await storage.get(storageKey);
    expect(stored.includes('%PDF')).toBe(false);
  });
});

describe('strangers', () => {
  test('learn whose it is by link, number and code, and file: never what was filled in', async () => {
    const { as, lawyerId } = await approved();
    const { bytes } = await download(as, 'both');
    const { token, number, code } = await formOf(lawyerId, 'both');
    const known = { answer: 'form', isSuperseded: false, form: { number, name: '林知远' } };
    const told = await byToken(token);
    expect(told).toMatchObject(known);
    expect(JSON.stringify(told)).not.toMatch(/周若岚|居民身份证|1985|13800138000/);
    const typed = { number: `编号：${number}`, code: code.toLowerCase() };
    expect((await api.call(verification.verifyNumber, { body: typed })).json).toMatchObject(known);
    const file = { sha256: digest(bytes) };
    expect((await api.call(verification.verifyFile, { body: file })).json).toMatchObject(known);
    const other = { sha256: 'a'.repeat(64), token };
    expect((await api.call(verification.verifyFile, { body: other })).json).toMatchObject({ answer: 'form_altered' });
    const wrong = { number, code: '0'.repeat(16) };
    expect((await api.call(verification.verifyNumber, { body: wrong })).json).toEqual({ answer: 'unknown' });
  });

  test('are told that something newer was approved', async () => {
    const { as, lawyerId, actor, profileId } = await approved();
    await download(as);
    const { token } = await formOf(lawyerId);
    const { version } = await profileOf(lawyerId);
    const body = { version, reason: '执业证号有误，请核对' };
    const reopened = await api.call(profiles.reopenProfile, { as: registrar, params: { id: profileId }, body });
    expect(reopened.status).toBe(200);
    expect(await byToken(token)).toMatchObject({ isSuperseded: false });
    await made.saveRows(actor, 'basic', made.basicRows({ strengths: '公司并购' }));
    await confirm(as);
    await submit(as);
    await decide(registrar, profileId);
    expect(await byToken(token)).toMatchObject({ isSuperseded: true });
  });

  test.each([
    ['its row', async (form: RegistrationForm) => form.update({ record: form.record.replace('林知远', '林某某') })],
    [
      'its file',
      async (form: RegistrationForm) => storage.put(form.storageKey, Buffer.from('%PDF-1.7 another'.repeat(9))),
    ],
    ['nothing left of its file', async (form: RegistrationForm) => storage.delete(form.storageKey)],
  ])('are told nothing once %s differs from what was issued', async (_what, change) => {
    const { as, lawyerId } = await approved();
    await download(as);
    const form = await formOf(lawyerId);
    await change(form);
    expect(await byToken(form.token)).toEqual({ answer: 'unconfirmed' });
  });
});

test('whoever writes to the row, or puts another file in its place, is seen at night and by strangers', async () => {
  const person = await approved();
  await doDueWork();
  const form = await formOf(person.lawyerId);
  const faults = async (selection: Parameters<typeof checkForms>[0] = 'all') =>
    (await checkForms(selection, new AbortController().signal)).filter(({ number }) => number === form.number);
  const all = { issuedSince: form.issuedAt + 1, shares: 1, share: 0 };
  expect(await faults()).toEqual([]);
  const before = { record: form.record, sha256: form.sha256 };
  const changes: Partial<typeof before>[] = [{ record: `${form.record} ` }, { sha256: 'f'.repeat(64) }];
  for (const change of changes) {
    await form.update(change);
    expect(await faults()).toHaveLength(1);
    expect(await faults(all)).toHaveLength(1);
    // Another night's part.
    expect(await faults({ issuedSince: form.issuedAt + 1, shares: 2, share: (form.id + 1) % 2 })).toEqual([]);
    expect(await byToken(form.token)).toEqual({ answer: 'unconfirmed' });
    await form.update(before);
  }
  expect(await faults()).toEqual([]);
});
