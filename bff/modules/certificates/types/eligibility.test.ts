import { beforeAll, describe, expect, test } from '@jest/globals';
import { certificateEndpoints, type CertificateTypeReply } from '../../../contract/certificates/endpoints.ts';
import { typeEndpoints, type StaffTypeDetail } from '../../../contract/certificate-types/endpoints.ts';
import type { Eligibility } from '../../../contract/eligibility/schemas.ts';
import { clock } from '../../../platform/clock/clock.ts';
import type { FirmActor } from '../../../actor.ts';
import { memberToken, useApi, type Answer } from '../../../test/api.ts';
import { approve, content, issue, newKey, offerAgreed, typeData } from '../../../test/factories/certificate.ts';
import { makeDues } from '../../../test/factories/record.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { doDueWork, useOffice } from '../../../test/office.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { AuditEntry } from '../../audit/model.ts';
import { BulkItem } from '../../bulk/model.ts';
import { submitBulk } from '../../bulk/submit-bulk.ts';
import { Dues } from '../../registry/records/record-model.ts';
import { previewReplacement } from '../ended/preview-replacement.ts';
import { replaceCertificate } from '../ended/replace-certificate.ts';
import { Application } from '../model.ts';
import { preCheck } from '../pre-check/pre-check.ts';

useOffice();
const api = useApi();
const YEAR = Number(clock.today().slice(0, 4));
const DUES: Eligibility = { all: [{ atom: 'dues', settled: 'this' }] };
let as: string;
beforeAll(async () => {
  as = await staffToken('administrator');
});

const detail = (answer: Answer) => answer.json as unknown as StaffTypeDetail;
const faults = (answer: Answer) => answer.json.error?.fields ?? {};
const create = (more: object) => api.call(typeEndpoints.createType, { as, body: { ...typeData(), ...more } });
const offer = async ({ id, version }: StaffTypeDetail) => {
  await offerAgreed({ id, version });
  return api.call(typeEndpoints.showTypeForStaff, { as, params: { id } });
};
const update = ({ id, version }: StaffTypeDetail, more: object) =>
  api.call(typeEndpoints.updateType, { as, params: { id }, body: { ...typeData({ version }), ...more } });
const inUse = async (eligibility: Eligibility | null, more: object = {}) =>
  detail(await offer(detail(await create({ eligibility, ...more }))));
const seenBy = async (member: { firmId: number } | { lawyerId: number }, { code }: { code: string }) => {
  const { json } = await api.call(certificateEndpoints.listTypes, { as: await memberToken(member) });
  return (json as unknown as CertificateTypeReply[]).find((type) => type.code === code);
};
const ask = async (member: { firmId: number } | { lawyerId: number }, { code }: { code: string }) =>
  api.call(certificateEndpoints.submitApplication, {
    as: await memberToken(member),
    body: { ...content({ type: code, since: undefined }), idempotencyKey: newKey() },
  });

const MANUAL = { reviewMode: 'manual', ruleSet: 'manual' };
/** Groups within groups, so many. */
const nested = (depth: number): unknown =>
  Array.from({ length: depth }).reduce<unknown>((tree) => ({ all: [tree] }), { atom: 'discipline', is: 'none' });

describe('a type with conditions', () => {
  test('is shown with what is missing to whom they keep out, and refused; once they hold it is issued', async () => {
    const type = await inUse(DUES);
    const firmId = (await makeFirm()).id;
    await makeDues({
      subjectKind: 'firm',
      subjectId: firmId,
      year: YEAR,
      state: 'unpaid',
      paidFen: 0,
      settledOn: null,
    });
    const unmet = `须缴清本年度会费（${YEAR}年度未缴清）`;
    expect(await seenBy({ firmId }, type)).toMatchObject({ unmet: [unmet] });
    const refused = await ask({ firmId }, type);
    expect([refused.status, faults(refused)]).toEqual([422, { type: `暂不可申请本证明：${unmet}` }]);
    const preview = await api.call(certificateEndpoints.previewApplication, {
      as: await memberToken({ firmId }),
      body: content({ type: type.code, since: undefined }),
    });
    expect([preview.status, faults(preview)]).toEqual([422, faults(refused)]);
    const form = { actor: await memberActor({ firmId }), form: content({ type: type.code, since: undefined }) };
    await expect(preCheck(form)).rejects.toMatchObject({ fields: faults(refused) });
    expect(await Application.count({ where: { applicantId: firmId, applicantKind: 'firm' } })).toBe(0);
    await Dues.update({ state: 'settled' }, { where: { firmId } });
    expect(await seenBy({ firmId }, type)).toMatchObject({ unmet: [] });
    expect((await ask({ firmId }, type)).status).toBe(200);
  });

  test('control: without conditions the same firm is not kept out', async () => {
    const firmId = (await makeFirm()).id;
    const type = await inUse(null);
    expect(await seenBy({ firmId }, type)).toMatchObject({ unmet: [] });
    expect((await ask({ firmId }, type)).status).toBe(200);
  });
});

describe('what staff set up', () => {
  test('is checked, kept, shown, and on record in words', async () => {
    const type = detail(await create({}));
    expect(type.eligibility).toBeNull();
    const rule: Eligibility = {
      any: [
        { atom: 'firmKind', in: ['legal_aid_agency'] },
        { atom: 'dues', settled: YEAR },
      ],
    };
    const changed = detail(await update(type, { label: type.label, eligibility: rule }));
    expect(changed.eligibility).toEqual(rule);
    const [entry] = await AuditEntry.findAll({ where: { action: 'type.updated' }, order: [['id', 'DESC']], limit: 1 });
    expect(entry?.detail).toContain(`申请条件：不限→所属机构是法律援助机构，或缴清${YEAR}年度会费`);
    expect(detail(await update(changed, { label: type.label, eligibility: null })).eligibility).toBeNull();
  });

  test.each<[string, unknown, string]>([
    ['a condition on lawyers, where firms apply', { atom: 'practice', minYears: 3 }, 'eligibility'],
    ['the same, deep within', { any: [{ not: { all: [{ atom: 'appointment' }] } }] }, 'eligibility'],
    ['groups nested too deep', nested(5), 'eligibility'],
    ['an expression', 'true', 'eligibility'],
    ['an atom that nobody has', { all: [{ atom: 'zodiac' }] }, 'eligibility'],
    ['nothing at all', undefined, 'eligibility'],
  ])('%s is refused under its field', async (_what, eligibility, field) => {
    const answer = await create({ eligibility });
    expect([answer.status, Object.keys(faults(answer)).map((key) => key.split('.')[0])]).toEqual([422, [field]]);
  });

  test('for lawyers, conditions on lawyers are fine; for both, they are not', async () => {
    const eligibility: Eligibility = { atom: 'practice', minYears: 3 };
    const lawyers = { audience: 'lawyer', lawyerScope: 'self', eligibility };
    expect((await create(lawyers)).status).toBe(200);
    const both = await create({ ...lawyers, audience: 'both' });
    expect(faults(both)).toEqual({ eligibility: '“执业年限”只适用于律师，申请对象为律所和律师时不能使用' });
  });

  test('a body that nests without end costs nothing and is refused', async () => {
    const text = `${'{"all":['.repeat(5_000)}{"atom":"x"}${']}'.repeat(5_000)}`;
    const answer = await api.fetch('/api/staff/certificate-types', {
      method: 'POST',
      headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json' },
      body: `{"eligibility":${text}}`,
    });
    expect([answer.status, answer.json.error?.code]).toEqual([400, 'bad_request']);
  });
});

describe('once asked for, it is decided as it was asked for', () => {
  test('what waits is approved although its conditions have changed', async () => {
    const type = await inUse(null, MANUAL);
    const firmId = (await makeFirm()).id;
    const { id } = (await ask({ firmId }, type)).json as unknown as { id: number };
    expect((await update(type, { ...MANUAL, label: type.label, eligibility: DUES })).status).toBe(200);
    expect((await ask({ firmId }, type)).status).toBe(422);
    await approve(id);
    expect(await Application.findByPk(id)).toMatchObject({ outcome: 'approved' });
  });

  test('staff correct a letter that its member could not ask for any more', async () => {
    const type = await inUse(null);
    const firm = await makeFirm();
    const certificate = await issue(await memberActor({ firmId: firm.id }), { type: type.code, since: undefined });
    expect((await update(type, { label: type.label, eligibility: DUES })).status).toBe(200);
    const letter = { actor: staffActor('reviewer'), id: certificate.applicationId, correction: {} };
    const { fingerprint } = await previewReplacement(letter);
    const next = await replaceCertificate({ ...letter, reason: '姓名有误', seen: fingerprint });
    expect(await Application.findByPk(next)).toMatchObject({ outcome: 'approved' });
  });
});

describe('bulk', () => {
  const chosen = { lawyerScope: 'chosen', asks: ['lawyers'] };
  test('the firm is refused at once; conditions that come between are told lawyer by lawyer', async () => {
    const type = await inUse(DUES, chosen);
    const { id: firmId } = await makeFirm();
    const lawyerIds = [(await makeLawyer({ firmId })).id, (await makeLawyer({ firmId, name: '南宫雨薇' })).id];
    const actor = (await memberActor({ firmId })) as FirmActor;
    const order = () =>
      submitBulk({
        actor,
        content: content({ type: type.code, since: undefined, lawyerIds }),
        idempotencyKey: newKey(),
      });
    await expect(order()).rejects.toMatchObject({
      fields: { type: expect.stringContaining('须缴清本年度会费') as unknown },
    });
    const open = detail(await update(type, { ...chosen, label: type.label, eligibility: null }));
    const id = await order();
    await update(open, { ...chosen, label: type.label, eligibility: DUES });
    await doDueWork();
    const items = await BulkItem.findAll({ where: { orderId: id } });
    expect(items.map(({ state, reason }) => `${state} ${reason}`)).toEqual(
      lawyerIds.map(() => expect.stringMatching(/^failed 暂不可申请本证明：须缴清本年度会费/) as unknown),
    );
  });
});
