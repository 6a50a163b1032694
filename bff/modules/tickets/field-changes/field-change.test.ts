import { beforeEach, describe, expect, test } from '@jest/globals';
import { fieldChangeEndpoints as endpoints } from '../../../contract/field-changes/endpoints.ts';
import { ticketEndpoints } from '../../../contract/tickets/endpoints.ts';
import { ticketDeskEndpoints as mergeEndpoints } from '../../../contract/ticket-desk/endpoints.ts';
import { transaction } from '../../../platform/db/database.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { doubtsOf, newKey, submit } from '../../../test/factories/certificate.ts';
import { makeCorrection } from '../../../test/factories/correction.ts';
import { givePassword, makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { useOffice } from '../../../test/office.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { AuditEntry } from '../../audit/model.ts';
import { InboxEntry } from '../../notifications/model.ts';
import type { CorrectionRequest } from '../../registry/corrections/correction-model.ts';
import { LawyerFirmPeriod, type Firm, type Lawyer } from '../../registry/model.ts';
import { endSilent } from '../clocks/notice-silence.ts';
import { readOfficeClock } from '../clocks/office-clock.ts';
import { Ticket, TicketMessage } from '../model.ts';

useOffice();
const api = useApi();
let firm: Firm;
let lawyer: Lawyer;
let registrar: string;
beforeEach(async () => {
  firm = await makeFirm();
  lawyer = await makeLawyer({ firmId: firm.id });
  registrar = await staffToken('registrar');
});

const byFirm = async (more: Parameters<typeof makeCorrection>[1] = {}) =>
  makeCorrection(await memberActor({ firmId: firm.id }), more);
const byLawyer = async (more: Parameters<typeof makeCorrection>[1]) =>
  makeCorrection(await memberActor({ lawyerId: lawyer.id }), more);
const ticketOf = ({ ticketId }: CorrectionRequest) => Ticket.findByPk(ticketId, { rejectOnEmpty: true });
const show = ({ ticketId: id }: CorrectionRequest, as = registrar) =>
  api.call(endpoints.showFieldChange, { as, params: { id } });
interface Shown {
  subjectVersion: number;
  proofs: { file: { id: string } }[];
}
/** As the page sends it: what was seen, with every file as proof. */
async function seen(request: CorrectionRequest) {
  const { subjectVersion, proofs } = (await show(request)).json['change'] as Shown;
  const { version } = await ticketOf(request);
  return { version, subjectVersion, proofs: proofs.map(({ file }) => file.id), body: '已核对，登记信息已更正。' };
}
const adopt = async (request: CorrectionRequest, more: object = {}, as = registrar) =>
  api.call(endpoints.decideFieldChange, {
    as,
    params: { id: request.ticketId },
    body: { verdict: 'adopt', ...(await seen(request)), ...more },
  });
const end = async (request: CorrectionRequest, verdict: 'settle' | 'refuse', body: string) =>
  api.call(endpoints.decideFieldChange, {
    as: registrar,
    params: { id: request.ticketId },
    body: { verdict, version: (await ticketOf(request)).version, body },
  });
const auditOf = async (targetKind: 'firm' | 'lawyer' | 'correction', targetId: number) =>
  AuditEntry.findAll({ where: { targetKind, targetId }, order: ['id'] });

describe('采纳并更正', () => {
  test('changes the registry by its own act, ends the pending change, answers and solves the ticket, all in one', async () => {
    const request = await byFirm();
    const actor = await memberActor({ firmId: firm.id });
    expect(doubtsOf(await submit(actor))).toEqual(['no_pending_change']);
    const decided = await adopt(request);
    expect(decided.json['change']).toMatchObject({
      state: 'adopted',
      now: '江海市滨江区新岸路1号',
      present: '江海市文华区书院街8号',
      can: { adopt: false, decide: false },
    });
    expect(await firm.reload()).toMatchObject({ address: '江海市滨江区新岸路1号', version: 2 });
    const ticket = await ticketOf(request);
    expect(ticket).toMatchObject({ state: 'solved', isOpen: false, firstDueAt: null, doneDueAt: null });
    const said = await TicketMessage.findAll({ where: { ticketId: ticket.id }, order: ['id'] });
    expect(said.map(({ body }) => body)).toEqual(['去年已迁入新址', '已核对，登记信息已更正。']);
    const log = await auditOf('correction', request.id);
    expect(log.map(({ action }) => action)).toEqual(['correction.requested', 'correction.adopted']);
    expect(log[1]?.detail).toBe(`工单${ticket.number}`);
    expect((await auditOf('firm', firm.id)).at(-1)).toMatchObject({ action: 'firm.updated' });
    const [entry] = await InboxEntry.findAll({ where: { memberKind: 'firm', memberId: firm.id } });
    expect(entry).toMatchObject({ event: 'ticket_answered', page: `ticket?id=${ticket.id}` });
    expect(doubtsOf(await submit(actor))).not.toContain('no_pending_change');
  });

  test.each([
    ['sex', 'female', { sex: 'female' }],
    ['category', 'company', { category: 'company' }],
    ['firstPractisedOn', '2010-05-07', { firstPractisedOn: '2010-05-07' }],
    ['latinName', 'LIN Zhiyuan', { latinName: 'LIN Zhiyuan' }],
  ] as const)('of a lawyer: %s', async (field, wanted, becomes) => {
    expect((await adopt(await byLawyer({ field, wanted }))).status).toBe(200);
    const { firmId, phone, identityIndex, status } = lawyer;
    expect(await lawyer.reload()).toMatchObject({ ...becomes, firmId, phone, identityIndex, status, version: 2 });
  });

  test('转所: the new firm from the day of the licence on, the old period ended, named by the log with its proof', async () => {
    const joined = await makeFirm();
    const request = await byLawyer({ field: 'transfer', wanted: `${joined.licenceNo} 2026-11-02` });
    const { category, title } = await ticketOf(request);
    expect({ category, title }).toEqual({ category: 'transfer', title: '执业机构变更（转所）' });
    const shown = (await show(request)).json['change'];
    expect(shown).toMatchObject({
      present: firm.name,
      wanted: `${joined.name}（${joined.licenceNo}），自2026-11-02起`,
    });
    expect((await adopt(request, { proofs: [] })).json.error?.fields).toHaveProperty('proofs');
    expect((await adopt(request)).status).toBe(200);
    expect((await lawyer.reload()).firmId).toBe(joined.id);
    const periods = await LawyerFirmPeriod.findAll({ where: { lawyerId: lawyer.id }, order: ['fromOn'] });
    expect(periods.map(({ firmId, fromOn, untilOn }) => [firmId, fromOn, untilOn])).toEqual([
      [firm.id, '2010-05-06', '2026-11-01'],
      [joined.id, '2026-11-02', null],
    ]);
    expect((await auditOf('correction', request.id)).at(-1)?.detail).toMatch(/^工单G\d+；依据附件[\w-]{8}$/);
  });

  test('转所 to the firm where the lawyer is registered is refused before anybody works on it', async () => {
    const own = byLawyer({ field: 'transfer', wanted: `${firm.licenceNo} 2026-11-02` });
    await expect(own).rejects.toMatchObject({
      fields: { wanted: expect.stringMatching(/^现在登记的执业机构就是该机构/) },
    });
  });

  test('by two staff at once: the registry changes once, the other is told', async () => {
    const request = await byFirm();
    const body = { verdict: 'adopt', ...(await seen(request)) };
    const params = { id: request.ticketId };
    const both = await Promise.all(
      [registrar, await staffToken('administrator')].map((as) =>
        api.call(endpoints.decideFieldChange, { as, params, body }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await firm.reload()).version).toBe(2);
    expect(await InboxEntry.count({ where: { memberKind: 'firm', memberId: firm.id } })).toBe(1);
  });

  test('against a cancellation at once: one of both happens', async () => {
    for (let n = 0; n < 4; n++) {
      const request = await byFirm({ wanted: `江海市滨江区新岸路${n + 1}号` });
      const { version } = await firm.reload();
      const as = await memberToken({ firmId: firm.id });
      const [adopted, cancelled] = await Promise.all([
        adopt(request),
        api.call(ticketEndpoints.cancelTicket, { as, params: { id: request.ticketId } }),
      ]);
      const isAdopted = adopted.status === 200;
      expect(cancelled.status === 200).toBe(!isAdopted);
      expect((await firm.reload()).version).toBe(isAdopted ? version + 1 : version);
      expect((await request.reload()).state).toBe(isAdopted ? 'adopted' : 'withdrawn');
      expect((await ticketOf(request)).state).toBe(isAdopted ? 'solved' : 'cancelled');
    }
  });

  test('is refused where the entry is another one than was seen, and where the ticket is', async () => {
    const request = await byFirm();
    const before = await seen(request);
    await firm.update({ personInCharge: '林知远', version: 2 });
    const refused = await adopt(request, { subjectVersion: before.subjectVersion });
    expect(refused.json.error?.code).toBe('changed_meanwhile');
    expect((await adopt(request, { version: 7 })).json.error?.code).toBe('changed_meanwhile');
    expect((await request.reload()).state).toBe('open');
  });

  test('is refused in words where the value itself has moved on, and settled with an answer then', async () => {
    const request = await byFirm();
    await firm.update({ address: '江海市文华区书院街9号', version: 2 });
    const refused = await adopt(request);
    expect(refused.json.error?.message).toContain('申请时为“江海市文华区书院街8号”，现为“江海市文华区书院街9号”');
    expect((await show(request)).json['change']).toMatchObject({
      hasChanged: true,
      can: { adopt: false, decide: true },
    });
    expect((await end(request, 'settle', '已按决定书登记为9号')).json['change']).toMatchObject({ state: 'adopted' });
    expect((await ticketOf(request)).state).toBe('solved');
  });

  test('leaves nothing half done where the registry refuses', async () => {
    const other = await makeFirm();
    const request = await byFirm({ field: 'licenceNo', wanted: other.licenceNo });
    const refused = await adopt(request);
    expect(refused.status).toBe(409);
    expect(refused.json.error?.fields).toHaveProperty('licenceNo');
    expect((await request.reload()).state).toBe('open');
    expect((await ticketOf(request)).state).toBe('waiting');
    expect((await firm.reload()).version).toBe(1);
    expect((await auditOf('firm', firm.id)).length).toBe(1);
    expect(await TicketMessage.count({ where: { ticketId: request.ticketId } })).toBe(1);
    expect(await InboxEntry.count({ where: { memberKind: 'firm', memberId: firm.id } })).toBe(0);
  });

  test('is not offered for what no act can carry out: staff do it by hand and say so', async () => {
    const request = await byLawyer({ field: 'periods', wanted: '2012年至2014年在江海清鸣律师事务所' });
    expect((await adopt(request)).json.error?.code).toBe('wrong_state');
    expect((await end(request, 'settle', ' ')).status).toBe(422);
    expect((await end(request, 'settle', '已按档案补录')).status).toBe(200);
  });

  test('a new mailbox of an account nobody uses waits for a second person, and the history says so', async () => {
    await givePassword({ firmId: firm.id }, 'lvzheng2026');
    const request = await byLawyer({ field: 'email', wanted: 'lin@example.com' });
    expect((await adopt(request)).status).toBe(200);
    expect((await lawyer.reload()).email).toBe('lawyer@example.com');
    const { json } = await api.call(ticketEndpoints.showTicket, { as: registrar, params: { id: request.ticketId } });
    expect(JSON.stringify(json['timeline'])).toContain('须另一位工作人员复核后生效');
  });
});

describe('a ticket that asks for another value', () => {
  test('shows beforehand which letters print the value, and what waits', async () => {
    const actor = await memberActor({ firmId: firm.id });
    await submit(actor);
    const request = await byFirm({ field: 'name', wanted: '江海新岸律师事务所' });
    // Refers to a person what is applied for from now on.
    await submit(actor);
    const params = { id: request.ticketId };
    const { json } = await api.call(endpoints.showFieldChangeEffects, { as: registrar, params });
    expect(json).toMatchObject({
      letters: { count: 1, isMore: false, latest: [{ holder: firm.name }] },
      reviews: 1,
      orders: 0,
    });
  });

  test('is not solved by an answer alone, and what it asks is over when it is refused', async () => {
    const request = await byFirm();
    const { version } = await ticketOf(request);
    const params = { id: request.ticketId };
    const answered = await api.call(ticketEndpoints.answerTicket, {
      as: registrar,
      params,
      body: { version, body: '已处理。', next: 'solved' },
    });
    expect(answered.json.error?.code).toBe('wrong_state');
    const offered = async () => (await api.call(ticketEndpoints.showTicket, { as: registrar, params })).json['can'];
    expect(await offered()).toMatchObject({ answer: true, solve: false });
    expect((await end(request, 'refuse', '与执业许可证一致，不予更正')).json['change']).toMatchObject({
      state: 'refused',
    });
    const as = await memberToken({ firmId: firm.id });
    await api.call(ticketEndpoints.addToTicket, {
      as,
      params,
      body: { body: '许可证已换发', attachments: [], idempotencyKey: newKey() },
    });
    expect(await offered()).toMatchObject({ answer: true, solve: true });
    expect((await firm.reload()).version).toBe(1);
    expect((await adopt(request)).status).toBe(409);
  });

  test('is not merged away, and ends with the ticket that nobody added to', async () => {
    const earlier = await byFirm({ field: 'personInCharge', wanted: '林知远' });
    const request = await byFirm();
    const [target, ticket] = [await ticketOf(earlier), await ticketOf(request)];
    const merged = await api.call(mergeEndpoints.mergeTickets, {
      as: registrar,
      params: { id: ticket.id },
      body: { version: ticket.version, otherId: target.id, otherVersion: target.version },
    });
    expect(merged.json.error?.fields).toHaveProperty('otherId');
    await transaction(async (t) => endSilent(ticket, await readOfficeClock(t), t));
    expect((await request.reload()).state).toBe('withdrawn');
    expect((await earlier.reload()).state).toBe('open');
  });

  test('of a firm about its lawyer is a claim: the lawyer neither sees nor is told of it', async () => {
    const claim = await byFirm({ lawyerId: lawyer.id, field: 'category', wanted: 'company' });
    const as = await memberToken({ firmId: firm.id });
    const params = { id: claim.ticketId };
    expect((await api.call(endpoints.showOwnFieldChange, { as, params })).json['change']).toMatchObject({
      isClaim: true,
      label: '执业类别',
      subjectName: '林知远',
    });
    const subject = await memberToken({ lawyerId: lawyer.id });
    expect((await api.call(endpoints.showOwnFieldChange, { as: subject, params })).status).toBe(404);
    await end(claim, 'refuse', '与执业证一致');
    expect(await InboxEntry.count({ where: { memberKind: 'lawyer', memberId: lawyer.id } })).toBe(0);
  });
});
