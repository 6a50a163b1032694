import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { certificateEndpoints } from '../../../contract/certificates/endpoints.ts';
import { standingEndpoints } from '../../../contract/standing/endpoints.ts';
import { verificationEndpoints } from '../../../contract/verification/endpoints.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { useApi, memberToken } from '../../../test/api.ts';
import { certificateOf, eventsOf, fileOf, issue, wordsOf } from '../../../test/factories/certificate.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { makeDiscipline, makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { withdrawDiscipline } from '../../registry/discipline/withdraw-discipline.ts';
import type { Firm } from '../../registry/model.ts';
import { AuditEntry } from '../../audit/model.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { PNG } from '../../../test/files.ts';
import { ofApplication } from '../../../subject.ts';
import { readFile } from '../../files/read-file.ts';
import { uploadFile } from '../../files/upload-file.ts';
import { updateFirm } from '../../registry/firms/update-firm.ts';
import type { Correction } from './correct-letter.ts';
import { pdfText } from '../../../test/pdf.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { Application, Certificate } from '../model.ts';
import { previewReplacement } from './preview-replacement.ts';
import { replaceCertificate } from './replace-certificate.ts';
import { revokeCertificate } from './revoke-certificate.ts';
import { showApplication } from '../applying/show-application.ts';

useOffice();
const api = useApi();
const reviewer = staffActor('reviewer');

let firm: Firm;
let old: Certificate;
beforeAll(async () => {
  firm = await makeFirm({ name: '江海恒正律师事务所' });
});
beforeEach(async () => {
  old = await issue(await memberActor({ firmId: firm.id }), {
    type: 'firm-other',
    since: undefined,
    purpose: '投标',
    freeText: '本所现有合伙人9名。',
  });
});

const id = () => old.applicationId;
async function replace(correction: Correction = {}, reason = '合伙人人数有误'): Promise<Certificate> {
  const { fingerprint } = await previewReplacement({ actor: reviewer, id: id(), correction });
  const next = await replaceCertificate({ actor: reviewer, id: id(), reason, correction, seen: fingerprint });
  await doDueWork();
  return certificateOf(next);
}
const audited = (action: string, targetId: number) =>
  AuditEntry.findOne({ where: { action, targetId }, rejectOnEmpty: true });

describe('a revocation', () => {
  test('is told at once to everybody who verifies, keeps the file, and is written down', async () => {
    const before = await fileOf(old);
    await revokeCertificate({ actor: reviewer, id: id(), reason: '申请材料不实' });
    const told = { answer: 'authentic', standing: 'revoked', standingOn: clock.today(), replacedBy: null };
    const byToken = await api.call(verificationEndpoints.verifyToken, { params: { token: old.token } });
    expect(byToken.json).toMatchObject(told);
    expect(byToken.headers.get('cache-control')).toBe('no-store');
    const byNumber = { number: old.number, code: old.code };
    expect((await api.call(verificationEndpoints.verifyNumber, { body: byNumber })).json).toMatchObject(told);
    expect(byToken.bytes.toString()).not.toContain('申请材料不实');

    const as = await memberToken({ firmId: firm.id });
    const download = await api.call(certificateEndpoints.downloadCertificate, { as, params: { id: id() } });
    expect(download.bytes.equals(before)).toBe(true);
    const shown = await api.call(certificateEndpoints.showApplication, { as, params: { id: id() } });
    expect(shown.json).toMatchObject({
      can: { download: true, share: false },
      certificate: { standing: 'revoked', standingReason: '申请材料不实', replacedBy: null },
    });
    expect(await eventsOf(id())).toContain('revoked');
    const [line] = await InboxEntry.findAll({ where: { subjectId: id(), event: 'revoked' } });
    expect(line?.body).toContain('申请材料不实');
    expect(await audited('certificate.revoked', old.id)).toMatchObject({ actor: '温书宁', detail: '申请材料不实' });
  });

  test('can be neither repeated nor followed by a replacement', async () => {
    await revokeCertificate({ actor: reviewer, id: id(), reason: '材料不实' });
    const refused = { code: 'already_decided', message: '该证明已撤销' };
    await expect(revokeCertificate({ actor: reviewer, id: id(), reason: '再次' })).rejects.toMatchObject(refused);
    await expect(replace()).rejects.toMatchObject(refused);
  });

  test('needs a reason', async () => {
    const as = await memberToken({ firmId: firm.id });
    const call = { as, params: { id: id() }, body: { reason: '  ' } };
    expect((await api.call(standingEndpoints.revokeCertificate, call)).status).toBe(401);
    await expect(old.reload()).resolves.toMatchObject({ standing: 'valid' });
  });
});

describe('a replacement', () => {
  test('is looked at page by page before: what would be issued, with neither number nor signature', async () => {
    const as = await staffToken('reviewer');
    const params = { id: id() };
    const body = { freeText: '本所现有合伙人11名。' };
    const preview = await api.call(standingEndpoints.previewReplacement, { as, params, body });
    const { seen } = preview.json as { seen: string };
    const pages = await api.call(standingEndpoints.printReplacement, { as, params, body: { ...body, seen } });
    const text = pdfText(pages.bytes).replace(/\s/g, '');
    expect(text).toContain('本所现有合伙人11名。');
    expect(text).not.toContain('编号');
    // Other words than were previewed are not what was seen.
    const other = { freeText: '本所现有合伙人12名。', seen };
    expect((await api.call(standingEndpoints.printReplacement, { as, params, body: other })).status).toBe(409);
  });

  test('is a certificate of its own with the corrected words, about the same, and both know each other', async () => {
    const next = await replace({ freeText: '本所现有合伙人10名。' });
    expect(next.number).not.toBe(old.number);
    expect(next.token).not.toBe(old.token);
    expect(await wordsOf(next)).toContain('本所现有合伙人10名。');
    expect(await wordsOf(next)).toContain(next.number);
    await old.reload();
    expect(old).toMatchObject({ standing: 'replaced', standingReason: '合伙人人数有误', replacedById: next.id });
    expect(next).toMatchObject({ standing: 'valid', issueState: 'issued', replacesId: old.id });
    const successor = await Application.findByPk(next.applicationId, { rejectOnEmpty: true });
    expect(successor).toMatchObject({ purpose: '投标', outcome: 'approved', paper: null, email: 'post@example.com' });
    expect(await eventsOf(id())).toContain('replaced');
    expect(await eventsOf(successor.id)).toEqual(['reissued', 'approved', 'issued']);
    const [line] = await InboxEntry.findAll({ where: { subjectId: id(), event: 'replaced' } });
    expect(line?.body).toContain(next.number);
    expect(await audited('certificate.replaced', old.id)).toMatchObject({ detail: '合伙人人数有误' });

    const actor = await memberActor({ firmId: firm.id });
    const chain = async (application: number) => (await showApplication({ actor, id: application })).chain;
    expect(await chain(id())).toEqual({
      replaces: null,
      replacedBy: { applicationId: successor.id, number: next.number },
    });
    expect(await chain(successor.id)).toEqual({
      replaces: { applicationId: id(), number: old.number },
      replacedBy: null,
    });
  });

  test('states the facts of now', async () => {
    const { version, licenceNo, uscc, name } = firm;
    const address = '江海市文华区书院街99号';
    const named = await issue(await memberActor({ firmId: firm.id }));
    const input = { ...firm.get(), version, licenceNo, uscc, name, address };
    await updateFirm({ actor: staffActor('registrar'), id: firm.id, input });
    await firm.reload();
    old = named;
    expect(await wordsOf(await replace({}, '地址已变更'))).toContain(address);
  });

  test('a corrected certificate can be corrected again', async () => {
    const second = await replace({ purpose: '银行贷款' });
    old = second;
    const third = await replace({ purpose: '银行授信' });
    expect((await second.reload()).replacedById).toBe(third.id);
  });

  test('tells its number to those who hold the document, not to those who have only a link', async () => {
    const next = await replace({ purpose: '银行贷款' });
    const { number, code, token, sha256 } = old;
    const byToken = await api.call(verificationEndpoints.verifyToken, { params: { token } });
    expect(byToken.json).toMatchObject({ standing: 'replaced', standingOn: clock.today(), replacedBy: null });
    expect(byToken.bytes.toString()).not.toContain(next.number);
    const other = await api.call(verificationEndpoints.verifyFile, { body: { sha256: 'f'.repeat(64), token } });
    expect(other.json).toMatchObject({ answer: 'altered', replacedBy: null });
    for (const holder of [
      await api.call(verificationEndpoints.verifyNumber, { body: { number, code } }),
      await api.call(verificationEndpoints.verifyFile, { body: { sha256 } }),
    ]) {
      expect(holder.json).toMatchObject({ answer: 'authentic', standing: 'replaced', replacedBy: next.number });
    }
  });

  test('of what was not seen is refused: the letter or a doubt has changed since the preview', async () => {
    const { fingerprint } = await previewReplacement({ actor: reviewer, id: id(), correction: {} });
    const attempt = (correction: Correction) =>
      replaceCertificate({ actor: reviewer, id: id(), reason: '更正', correction, seen: fingerprint });
    await expect(attempt({ freeText: '另一段内容' })).rejects.toMatchObject({ code: 'changed_meanwhile' });
    const subject = await issue(await memberActor({ firmId: (await makeFirm()).id }));
    old = subject;
    const { applicantId } = await Application.findByPk(subject.applicationId, { rejectOnEmpty: true });
    const seen = (await previewReplacement({ actor: reviewer, id: id(), correction: {} })).fingerprint;
    await makeDiscipline({ subjectKind: 'firm', subjectId: applicantId, state: 'open' });
    const act = { actor: reviewer, id: id(), reason: '更正', correction: {} };
    await expect(replaceCertificate({ ...act, seen })).rejects.toMatchObject({ code: 'changed_meanwhile' });
    const again = await previewReplacement({ actor: reviewer, id: id(), correction: {} });
    expect(again.doubts.map(({ rule }) => rule)).toContain('no_discipline');
    const decided = await makeDiscipline({ subjectKind: 'firm', subjectId: applicantId });
    const untrue = { code: 'wrong_state', message: expect.stringContaining('与本会登记不符') as unknown };
    await expect(replaceCertificate({ ...act, seen: again.fingerprint })).rejects.toMatchObject(untrue);
    const { id: recordId, version } = decided;
    await withdrawDiscipline({ actor: staffActor('registrar'), id: recordId, version, reason: '对象有误' });
    const silent = { fields: { 'words.no_discipline': expect.any(String) as unknown } };
    await expect(replaceCertificate({ ...act, seen: again.fingerprint })).rejects.toMatchObject(silent);
    const words = { no_discipline: '案件与所证明事项无关' };
    await replaceCertificate({ ...act, seen: again.fingerprint, words });
  });

  test('over a doubt that was settled for the first letter needs words of its own, which stand beside it', async () => {
    const pending = await makeFirm({ pendingChange: '更名' });
    old = await issue(await memberActor({ firmId: pending.id }));
    const { doubts, fingerprint } = await previewReplacement({ actor: reviewer, id: id(), correction: {} });
    expect(doubts.map(({ rule }) => rule)).toEqual(['no_pending_change']);
    const as = await staffToken('reviewer');
    const ask = (words: object) =>
      api.call(standingEndpoints.replaceCertificate, {
        as,
        params: { id: id() },
        body: { reason: '更正', seen: fingerprint, ...words },
      });
    for (const silent of [{}, { words: {} }, { words: { no_pending_change: '同上' } }]) {
      expect((await ask(silent)).json.error?.fields).toHaveProperty(['words.no_pending_change']);
    }
    expect((await old.reload()).standing).toBe('valid');
    const said = '已向律所核实，更名尚未核准';
    const { status, json } = await ask({ words: { no_pending_change: said } });
    expect(status).toBe(200);
    const line = await AuditEntry.findOne({
      where: { action: 'application.doubt-overruled', targetId: Number(json['id']) },
      rejectOnEmpty: true,
    });
    expect(line.detail).toContain(said);
  });

  test('without the text that the type asks for is refused', async () => {
    await expect(replace({ freeText: '' })).rejects.toMatchObject({ fields: { freeText: '请填写证明内容' } });
    expect(await Certificate.count({ where: { replacesId: old.id } })).toBe(0);
  });

  test('carries the attachments over: the same files, under names of their own', async () => {
    const actor = await memberActor({ firmId: firm.id });
    const { token } = await uploadFile({ actor, name: '同意书.png', bytes: PNG });
    old = await issue(actor, { type: 'practice-status', attachments: [token], consent: true });
    const next = await replace({ purpose: '银行贷款' });
    const [copy, ...others] = (await showApplication({ actor, id: next.applicationId })).attachments;
    expect(others).toEqual([]);
    expect(copy).toMatchObject({ name: '同意书.png', kind: 'png' });
    expect(copy?.id).not.toBe(token);
    const read = (applicationId: number, of: string) =>
      readFile({ actor, owner: ofApplication(applicationId), token: of });
    expect((await read(next.applicationId, copy?.id ?? '')).bytes.equals(PNG)).toBe(true);
    expect((await read(id(), token)).bytes.equals(PNG)).toBe(true);
    await expect(read(id(), copy?.id ?? '')).rejects.toMatchObject({ code: 'not_found' });
  });
});
