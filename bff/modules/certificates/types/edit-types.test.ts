import { beforeAll, describe, expect, test } from '@jest/globals';
import { certificateEndpoints } from '../../../contract/certificates/endpoints.ts';
import { faultsOfCombination } from '../../../contract/certificate-types/rule-sets.ts';
import { typeEndpoints, type StaffTypeDetail } from '../../../contract/certificate-types/endpoints.ts';
import { addDays } from '../../../contract/dates.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi, type Answer } from '../../../test/api.ts';
import { approve, certificateOf, issue, offerAgreed, submit, typeData } from '../../../test/factories/certificate.ts';
import { useOffice } from '../../../test/office.ts';
import { makeFirm, memberActor } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { AuditEntry } from '../../audit/model.ts';
import type { MemberActor } from '../../../actor.ts';
import { lastValidDay } from '../review/expiry.ts';
import { SHIPPED_TYPES } from './types-shipped.ts';

useOffice();
const api = useApi();
let as: string;
let firm: { id: number };
let member: MemberActor;
beforeAll(async () => {
  as = await staffToken('administrator');
  firm = await makeFirm();
  member = await memberActor({ firmId: firm.id });
});

const detail = (answer: Answer) => answer.json as unknown as StaffTypeDetail;
const create = async (more = {}) => detail(await api.call(typeEndpoints.createType, { as, body: typeData(more) }));
const offer = ({ id, version }: StaffTypeDetail) =>
  api.call(typeEndpoints.offerType, { as, params: { id }, body: { version } });
const byTwo = async (type: StaffTypeDetail) => {
  await offerAgreed(type);
  return detail(await api.call(typeEndpoints.showTypeForStaff, { as, params: { id: type.id } }));
};
const inUse = async (more = {}) => byTwo(await create(more));
const update = ({ id, version }: StaffTypeDetail, more: object) =>
  api.call(typeEndpoints.updateType, { as, params: { id }, body: { ...typeData({ version }), ...more } });
const faults = (answer: Answer) => answer.json.error?.fields ?? {};
const offered = async () => {
  const reply = await api.call(certificateEndpoints.listTypes, { as: await memberToken({ firmId: firm.id }) });
  return (reply.json as unknown as { label: string }[]).map(({ label }) => label);
};

describe('a new type', () => {
  test('is not seen by members until it is offered; then it can be applied for and issued', async () => {
    const type = await create({ label: '会籍证明' });
    expect(type).toMatchObject({ isRetired: true, wordingVersion: 1, version: 1 });
    expect(await offered()).not.toContain('会籍证明');
    expect(await byTwo(type)).toMatchObject({ isRetired: false, version: 2 });
    expect(await offered()).toContain('会籍证明');
    const certificate = await issue(member, { type: type.code, since: undefined });
    expect(certificate).toMatchObject({ issueState: 'issued', expiresOn: null });
    const logged = await AuditEntry.findAll({
      where: { targetKind: 'certificate-type', targetId: type.id },
      order: ['id'],
    });
    expect(logged.map(({ action, target }) => `${action} ${target}`)).toEqual([
      'type.created 会籍证明',
      'type.offered 会籍证明',
    ]);
  });

  test('needs a name that no other has, of a length that fits', async () => {
    await create({ label: '唯一的名称' });
    const again = await api.call(typeEndpoints.createType, { as, body: typeData({ label: '唯一的名称' }) });
    expect([again.status, faults(again)]).toEqual([422, { label: '已有同名的证明类型，请换一个名称' }]);
    const empty = await api.call(typeEndpoints.createType, { as, body: { ...typeData(), label: ' ', notice: 7 } });
    expect(Object.keys(faults(empty)).sort()).toEqual(['label', 'notice']);
  });
});

describe('what does not go together', () => {
  test.each([
    ['a lawyer cannot speak of all lawyers', { audience: 'lawyer', lawyerScope: 'all' }, 'lawyerScope'],
    [
      "rules about a firm in a lawyer's letter",
      { audience: 'lawyer', lawyerScope: 'self', ruleSet: 'firm-clean', asks: ['since'] },
      'ruleSet',
    ],
    [
      'rules about a lawyer for both',
      { audience: 'both', lawyerScope: 'self', ruleSet: 'lawyer-clean', asks: ['since'] },
      'ruleSet',
    ],
    ['chosen lawyers whom nobody chooses', { lawyerScope: 'chosen' }, 'asks'],
    ['lawyers asked for, but not named', { asks: ['lawyers'] }, 'asks'],
    ['a clean record since no day', { ruleSet: 'firm-clean' }, 'asks'],
  ])('%s', async (_what, more, field) => {
    const answer = await api.call(typeEndpoints.createType, { as, body: { ...typeData(), ...more } });
    expect([answer.status, Object.keys(faults(answer))]).toEqual([422, [field]]);
  });
});

test.each(SHIPPED_TYPES.map((type) => [type.label, type] as const))('%s goes together', (_label, type) => {
  expect(faultsOfCombination({ ...type, eligibility: null })).toEqual({});
});

describe('a type that is changed', () => {
  test('holds for members at once; what changed is on record', async () => {
    const type = await inUse();
    const changed = await update(type, { label: '会籍证明（改）', reviewMode: 'manual', validityMonths: 6 });
    expect(detail(changed)).toMatchObject({ version: type.version + 1, validityMonths: 6 });
    expect(await offered()).toContain('会籍证明（改）');
    const [entry] = await AuditEntry.findAll({ where: { action: 'type.updated' }, order: [['id', 'DESC']], limit: 1 });
    expect(entry?.detail).toBe(`名称：${type.label}→会籍证明（改）；审核方式：系统审核→人工审核；有效期：长期→6个月`);
  });

  test('of two who change it, the second is told', async () => {
    const type = await create();
    const both = await Promise.all([update(type, { position: 1 }), update(type, { position: 2 })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.json.error?.code).toBe('changed_meanwhile');
  });

  test('in use, it keeps what its wording needs; retired, it may be rebuilt, and is offered only when whole again', async () => {
    const type = await inUse();
    const lawyers = { audience: 'lawyer', lawyerScope: 'self' };
    const refused = await update(type, lawyers);
    expect(refused.status).toBe(422);
    expect(faults(refused)['asks']).toContain('现行正文第1行');
    const retired = await api.call(typeEndpoints.retireType, {
      as,
      params: { id: type.id },
      body: { version: type.version },
    });
    const rebuilt = await update(detail(retired), lawyers);
    expect(rebuilt.status).toBe(200);
    const tooEarly = await offer(detail(rebuilt));
    expect([tooEarly.status, tooEarly.json.error?.message]).toEqual([409, expect.stringContaining('正文尚不能使用')]);
  });

  test('keeps its subjects while applications wait', async () => {
    const type = await inUse({ reviewMode: 'manual', ruleSet: 'manual' });
    const { id } = await submit(member, { type: type.code, since: undefined });
    const chosen = { lawyerScope: 'chosen', asks: ['lawyers'], ruleSet: 'manual' };
    const answer = await update(type, chosen);
    expect(faults(answer)).toEqual({ lawyerScope: '尚有1份申请待审批或待补正，审结后才能更改所涉对象' });
    await approve(id);
    expect((await update(type, chosen)).status).toBe(200);
  });
});

test('a retired type vanishes for members; its certificates stand, what waits is decided, and it can come back', async () => {
  const type = await inUse({ reviewMode: 'manual', ruleSet: 'manual' });
  const issued = await issue(member, { type: type.code, since: undefined });
  const waiting = await submit(member, { type: type.code, since: undefined });
  const params = { id: type.id };
  const retired = detail(await api.call(typeEndpoints.retireType, { as, params, body: { version: type.version } }));
  expect(await offered()).not.toContain(type.label);
  await expect(submit(member, { type: type.code, since: undefined })).rejects.toMatchObject({ code: 'invalid_fields' });
  expect((await certificateOf(issued.applicationId)).standing).toBe('valid');
  await approve(waiting.id);
  const stale = await api.call(typeEndpoints.offerType, { as, params, body: { version: type.version } });
  expect(stale.json.error?.code).toBe('changed_meanwhile');
  expect((await offer(retired)).status).toBe(200);
  expect(await offered()).toContain(type.label);
});

describe('validity', () => {
  test.each([
    ['2026-11-22', 6, '2027-05-22'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-22', 120, '2036-11-22'],
    ['2026-11-22', null, null],
  ])('issued on %s for %s months: valid to %s', (day, months, last) => expect(lastValidDay(day, months)).toBe(last));

  test('a certificate is valid on its last day and past its validity on the next', async () => {
    // No earlier than the certificate that signs.
    const today = clock.today();
    const last = lastValidDay(today, 3) as string;
    try {
      const type = await inUse({ validityMonths: 3 });
      const certificate = await issue(member, { type: type.code, since: undefined });
      expect(certificate.expiresOn).toBe(last);
      const standing = async () =>
        (
          (await api.call(certificateEndpoints.showApplication, {
            as: await memberToken({ firmId: firm.id }),
            params: { id: certificate.applicationId },
          })) as unknown as { json: { certificate: { standing: string } } }
        ).json.certificate.standing;
      freezeClock(`${last}T23:59:00+08:00`);
      expect(await standing()).toBe('valid');
      freezeClock(`${addDays(last, 1)}T00:00:00+08:00`);
      expect(await standing()).toBe('expired');
    } finally {
      releaseClock();
    }
  });
});
