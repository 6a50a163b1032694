import { beforeAll, expect, test } from '@jest/globals';
import { certificateEndpoints as endpoints } from '../../../contract/certificates/endpoints.ts';
import type { MemberActor } from '../../../actor.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { approve, eventsOf, newKey, seenOf, submit } from '../../../test/factories/certificate.ts';
import { makeFirm, memberActor } from '../../../test/factories/registry.ts';
import { useOffice } from '../../../test/office.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { CertificateType } from '../model.ts';

useOffice();
const api = useApi();

const FORM = { type: 'firm-other', email: 'post@example.com', freeText: '请证明本所2025年度的会费缴纳情况。' };
const VERDICT = { verdict: 'return', reason: '没有写明年度', request: '请写明需要证明哪一年' };
let actor: MemberActor;
let member = '';
let stranger = '';
let staff = '';
beforeAll(async () => {
  const { id: firmId } = await makeFirm();
  actor = await memberActor({ firmId });
  member = await memberToken({ firmId });
  stranger = await memberToken({ firmId: (await makeFirm()).id });
  staff = await staffToken('reviewer');
});

const decide = async (id: number, verdict: object) => {
  const body = { ...verdict, seen: await seenOf(id) };
  return api.call(endpoints.decideApplication, { as: staff, params: { id }, body });
};
const complete = (id: number, body: object, as = member) =>
  api.call(endpoints.completeApplication, { as, params: { id }, body: { idempotencyKey: newKey(), ...body } });
const returned = async () => {
  const { id } = await submit(actor, { type: 'firm-other', since: undefined, freeText: '请证明会费缴纳情况。' });
  expect((await decide(id, VERDICT)).status).toBe(200);
  return id;
};

test('the same sent twice is one; something else is refused once it waits for a person', async () => {
  const id = await returned();
  const sent = { ...FORM, idempotencyKey: newKey() };
  const both = await Promise.all([complete(id, sent), complete(id, sent)]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect((await eventsOf(id)).filter((event) => event === 'completed')).toHaveLength(1);
  expect((await complete(id, { ...FORM, purpose: '投标' })).status).toBe(409);
  const other = await complete(id, { ...sent, purpose: '投标' });
  expect(other.json.error?.code).toBe('idempotency_conflict');
});

test('whose answer was lost may send it again, even after somebody has decided meanwhile', async () => {
  const id = await returned();
  const sent = { ...FORM, idempotencyKey: newKey() };
  await complete(id, sent);
  await decide(id, VERDICT);
  expect(await complete(id, sent)).toMatchObject({ status: 200, json: { state: 'returned' } });
  await complete(id, { ...FORM, purpose: '投标' });
  await approve(id);
  expect(await complete(id, sent)).toMatchObject({ status: 200, json: { state: 'decided' } });
  expect((await eventsOf(id)).filter((event) => event === 'completed')).toHaveLength(2);
  expect((await complete(id, { ...sent, idempotencyKey: newKey() })).status).toBe(409);
  expect((await complete(id, sent, stranger)).status).toBe(404);
});

test('whose type was switched off meanwhile it is refused, in words that lead on', async () => {
  const id = await returned();
  const type = { where: { code: 'firm-other' } };
  await CertificateType.update({ isRetired: true }, type);
  const again = await api.call(endpoints.showReapplication, { as: member, params: { id } });
  expect(again.json).toMatchObject({ type: null, said: ['“律所其他类电子证明”已停用，不能再补正'] });
  const refused = await complete(id, FORM);
  expect(refused).toMatchObject({ status: 409, json: { error: { message: expect.stringContaining('撤回本申请') } } });
  expect((await api.call(endpoints.withdrawApplication, { as: member, params: { id } })).status).toBe(200);
  await CertificateType.update({ isRetired: false }, type);
});
