import { beforeEach, expect, test } from '@jest/globals';
import { fieldChangeEndpoints as endpoints } from '../../../contract/field-changes/endpoints.ts';
import type { OwnTicket, TicketDetail } from '../../../contract/tickets/replies.ts';
import { ticketEndpoints } from '../../../contract/tickets/endpoints.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { doubtsOf, newKey, submit } from '../../../test/factories/certificate.ts';
import { makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { PNG } from '../../../test/files.ts';
import { useOffice } from '../../../test/office.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { uploadFile } from '../../files/upload-file.ts';
import type { Firm, Lawyer } from '../../registry/model.ts';

useOffice();
const api = useApi();
let joined: Firm;
let lawyer: Lawyer;
let as: string;
beforeEach(async () => {
  joined = await makeFirm();
  lawyer = await makeLawyer({ firmId: (await makeFirm({ name: '江海原来律师事务所' })).id });
  as = await memberToken({ firmId: joined.id });
});

async function ask(more: object = {}, by = as) {
  const actor = await memberActor({ firmId: joined.id });
  const body = {
    name: lawyer.name,
    licenceNo: lawyer.licenceNo,
    on: '2026-11-02',
    reason: '已领取新的执业证，申请登记为本所律师',
    attachments: [(await uploadFile({ actor, name: '执业证.png', bytes: PNG })).token],
    idempotencyKey: newKey(),
    ...more,
  };
  return api.call(endpoints.openJoining, { as: by, body });
}
const changeOf = async (id: number) =>
  (await api.call(endpoints.showFieldChange, { as: await staffToken('registrar'), params: { id } })).json[
    'change'
  ] as Record<string, unknown> | null;
const own = async (id: number) => (await api.call(endpoints.showOwnFieldChange, { as, params: { id } })).json;

test('a firm asks for a lawyer who is not yet its own: staff adopt the move beside the proof', async () => {
  const { status, json } = await ask();
  expect([status, json['title'], json['category']]).toEqual([200, `律师转入本所：${lawyer.name}`, 'transfer']);
  const { id } = json as unknown as OwnTicket;
  const change = await changeOf(id);
  expect(change).toMatchObject({
    isClaim: true,
    now: '江海原来律师事务所',
    wanted: `${joined.name}（${joined.licenceNo}），自2026-11-02起`,
    can: { adopt: true },
  });
  // A claim of somebody else keeps nobody's letters waiting.
  const letter = await submit(await memberActor({ lawyerId: lawyer.id }), { type: 'lawyer-clean' });
  expect(doubtsOf(letter)).not.toContain('no_pending_change');
  const staff = await staffToken('registrar');
  const seen = (await api.call(ticketEndpoints.showTicket, { as: staff, params: { id } }))
    .json as unknown as TicketDetail;
  const { subjectVersion, proofs } = change as unknown as {
    subjectVersion: number;
    proofs: { file: { id: string } }[];
  };
  const body = {
    verdict: 'adopt',
    version: seen.version,
    subjectVersion,
    proofs: proofs.map(({ file }) => file.id),
    body: '已核对，登记已更正。',
  };
  expect((await api.call(endpoints.decideFieldChange, { as: staff, params: { id }, body })).status).toBe(200);
  expect((await lawyer.reload()).firmId).toBe(joined.id);
  // Now it is the firm's own lawyer, and the firm reads what became of it.
  expect((await own(id))['change']).toMatchObject({ subjectName: lawyer.name, state: 'adopted' });
});

test('whether the registry knows the lawyer, and where the lawyer practises, is not to be learned', async () => {
  const answers = [
    await ask(),
    // Asked already.
    await ask(),
    await ask({ name: '另一个人' }),
    await ask({ licenceNo: '14499209910109999' }),
  ];
  const told = answers.map(({ status, json }) => ({ status, keys: Object.keys(json), can: json['can'] }));
  expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
  const ids = answers.map(({ json }) => json['id'] as number);
  for (const id of ids) expect(await own(id)).toEqual({ change: null });
  expect(JSON.stringify(answers)).not.toContain('江海原来律师事务所');
  // Staff see which of them is the move of a lawyer.
  const known = await Promise.all(ids.map(async (id) => (await changeOf(id)) !== null));
  expect(known).toEqual([true, false, false, false]);
});

test('without proof, for a day to come, for one of its own, or by a lawyer it is refused in words', async () => {
  expect((await ask({ attachments: [] })).json.error?.fields).toEqual({
    attachments: '请上传新的律师执业证扫描件，便于核对',
  });
  expect((await ask({ on: '2099-01-01' })).json.error?.fields).toEqual({ on: '转入日期不能晚于今天' });
  const mine = await makeLawyer({ firmId: joined.id });
  expect((await ask({ name: mine.name, licenceNo: mine.licenceNo })).json.error?.fields).toEqual({
    licenceNo: '该律师已登记在本所，不用申请转入',
  });
  expect((await ask({}, await memberToken({ lawyerId: lawyer.id }))).status).toBe(403);
});

test('the same sending twice is one ticket', async () => {
  const actor = await memberActor({ firmId: joined.id });
  const same = {
    attachments: [(await uploadFile({ actor, name: '执业证.png', bytes: PNG })).token],
    idempotencyKey: newKey(),
  };
  const both = await Promise.all([ask(same), ask(same)]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(both[0]?.json['id']).toBe(both[1]?.json['id']);
});
