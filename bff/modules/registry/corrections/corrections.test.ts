import { beforeEach, describe, expect, test } from '@jest/globals';
import { correctionEndpoints as endpoints } from '../../../contract/corrections/endpoints.ts';
import { fieldChangeEndpoints } from '../../../contract/field-changes/endpoints.ts';
import { ticketEndpoints } from '../../../contract/tickets/endpoints.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { doubtsOf, newKey, submit } from '../../../test/factories/certificate.ts';
import { makeCorrection } from '../../../test/factories/correction.ts';
import { makeFirm, makeLawyer, memberActor } from '../../../test/factories/registry.ts';
import { PNG } from '../../../test/files.ts';
import { useOffice } from '../../../test/office.ts';
import { uploadFile } from '../../files/upload-file.ts';
import { readLawyerFacts } from '../facts/read-registry-facts.ts';
import { TicketMessage } from '../../tickets/model.ts';
import type { Firm, Lawyer } from '../model.ts';
import { CorrectionRequest } from './correction-model.ts';
import { cancelTicket } from '../../tickets/asking/cancel-ticket.ts';

useOffice();
const api = useApi();
let firm: Firm;
let lawyer: Lawyer;
beforeEach(async () => {
  firm = await makeFirm();
  lawyer = await makeLawyer({ firmId: firm.id });
});

const body = (more: object = {}) => ({
  field: 'address',
  wanted: '江海市滨江区新岸路1号',
  reason: '去年已迁入新址',
  idempotencyKey: newKey(),
  ...more,
});
const ask = async (member: { firmId: number } | { lawyerId: number }, more: object = {}) =>
  api.call(fieldChangeEndpoints.openFieldChange, { as: await memberToken(member), body: body(more) });
const firmActor = () => memberActor({ firmId: firm.id });

describe('信息有误', () => {
  test('offers every entry with what is registered now, and freezes it in the request', async () => {
    const as = await memberToken({ firmId: firm.id });
    const { json } = await api.call(endpoints.showCorrectable, { as });
    expect(json['fields']).toContainEqual({
      field: 'address',
      label: '办公地址',
      input: 'line',
      present: '江海市文华区书院街8号',
      openTicketId: null,
    });
    const asked = await ask({ firmId: firm.id }, { wanted: ' 江海市滨江区新岸路1号 ' });
    expect(asked.json).toMatchObject({ category: 'registry', title: '更正办公地址', state: 'waiting' });
    const params = { id: asked.json['id'] as number };
    await firm.update({ address: '江海市文华区书院街9号' });
    const own = await api.call(fieldChangeEndpoints.showOwnFieldChange, { as, params });
    expect(own.json['change']).toMatchObject({
      label: '办公地址',
      present: '江海市文华区书院街8号',
      wanted: '江海市滨江区新岸路1号',
      state: 'open',
    });
  });

  test.each([
    ['a licence number that is none', { field: 'licenceNo', wanted: '12' }, 'wanted'],
    ['a credit code with a wrong check digit', { field: 'uscc', wanted: '31440000MD0123456A' }, 'wanted'],
    ['a day that does not exist', { field: 'approvedOn', wanted: '2001-02-30' }, 'wanted'],
    ['a kind that is none', { field: 'kind', wanted: '事务所' }, 'wanted'],
    ['what is registered already', { wanted: '江海市文华区书院街8号' }, 'wanted'],
    ['a number without its proof', { field: 'licenceNo', wanted: '24499200010099999' }, 'attachments'],
    ['an entry of lawyers', { field: 'sex', wanted: 'male' }, 'field'],
    ['an identity number in the reason', { reason: '我的身份证是11010519491231002X' }, 'reason'],
    ['an identity number as the value', { field: 'status', wanted: '11010519491231002X' }, 'wanted'],
    ['no reason', { reason: ' ' }, 'reason'],
  ])('refuses %s, in words beside the field', async (_what, more, field) => {
    const refused = await ask({ firmId: firm.id }, more);
    expect(refused.status).toBe(422);
    expect(Object.keys(refused.json.error?.fields ?? {})).toEqual([field]);
    expect(await CorrectionRequest.count({ where: { askerId: firm.id, askerKind: 'firm' } })).toBe(0);
  });

  test('the same submission twice, even at once, is one request; its key for something else is refused', async () => {
    const as = await memberToken({ firmId: firm.id });
    const once = { as, body: body() };
    const both = await Promise.all([1, 2].map(() => api.call(fieldChangeEndpoints.openFieldChange, once)));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]?.json['id']).toBe(both[1]?.json['id']);
    const other = await api.call(fieldChangeEndpoints.openFieldChange, {
      as,
      body: { ...once.body, reason: '别的理由' },
    });
    expect(other.json.error?.code).toBe('idempotency_conflict');
  });

  test('two submissions about the same entry at once leave one open', async () => {
    const both = await Promise.all([ask({ firmId: firm.id }), ask({ firmId: firm.id })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await CorrectionRequest.count({ where: { askerId: firm.id, state: 'open' } })).toBe(1);
    // Something else may be asked for, and the same again after it was taken back.
    expect((await ask({ firmId: firm.id }, { field: 'personInCharge', wanted: '林知远' })).status).toBe(200);
    const where = { askerId: firm.id, field: 'address' } as const;
    const { ticketId: id, ticketNumber } = await CorrectionRequest.findOne({ where, rejectOnEmpty: true });
    expect(both.find(({ status }) => status === 409)?.json.error?.message).toContain(ticketNumber);
    await cancelTicket({ actor: await firmActor(), id });
    expect((await ask({ firmId: firm.id })).status).toBe(200);
  });

  test('a foreign member finds neither the ticket nor its files; the lawyer a firm speaks of neither', async () => {
    const actor = await firmActor();
    const { token } = await uploadFile({ actor, name: '决定书.png', bytes: PNG });
    const own = await makeCorrection(actor, { attachments: [token] });
    const claim = await makeCorrection(actor, { lawyerId: lawyer.id, field: 'name', wanted: '林知行' });
    const message = await TicketMessage.findOne({ where: { ticketId: own.ticketId }, rejectOnEmpty: true });
    const proof = { id: message.id, file: token };
    const stranger = await memberToken({ firmId: (await makeFirm()).id });
    const subject = await memberToken({ lawyerId: lawyer.id });
    for (const as of [stranger, subject]) {
      for (const { id, ticketId } of [own, claim]) {
        expect((await api.call(endpoints.findOwnCorrection, { as, params: { id } })).status).toBe(404);
        expect((await api.call(ticketEndpoints.showOwnTicket, { as, params: { id: ticketId } })).status).toBe(404);
      }
      expect((await api.call(ticketEndpoints.showOwnTicketFile, { as, params: proof })).status).toBe(404);
    }
    const as = await memberToken({ firmId: firm.id });
    expect((await api.call(endpoints.findOwnCorrection, { as, params: { id: own.id } })).json).toEqual({
      ticketId: own.ticketId,
    });
    expect((await api.call(ticketEndpoints.showOwnTicketFile, { as, params: proof })).status).toBe(200);
  });

  test('a firm speaks of its own lawyers alone, and of what it sees of them', async () => {
    const elsewhere = await makeLawyer({ firmId: (await makeFirm()).id });
    const claim = { field: 'category', wanted: 'company' };
    expect((await ask({ firmId: firm.id }, { ...claim, lawyerId: elsewhere.id })).status).toBe(404);
    expect((await ask({ lawyerId: lawyer.id }, { ...claim, lawyerId: lawyer.id })).status).toBe(404);
    const phone = await ask({ firmId: firm.id }, { field: 'phone', wanted: '19900000001', lawyerId: lawyer.id });
    expect(phone.json.error?.fields).toHaveProperty('field');
    expect((await ask({ firmId: firm.id }, { ...claim, lawyerId: lawyer.id })).json).toMatchObject({
      title: '林知远：更正执业类别',
    });
    const as = await memberToken({ firmId: firm.id });
    const { json } = await api.call(endpoints.showCorrectable, { as, query: { lawyerId: String(lawyer.id) } });
    expect((json['fields'] as { field: string }[]).map(({ field }) => field)).toEqual([
      'name',
      'licenceNo',
      'category',
      'transfer',
      'firm',
      'status',
    ]);
  });
});

describe('while the own request about something printed is open', () => {
  test('what is applied for goes to a person, and by itself again once it is over', async () => {
    const actor = await firmActor();
    expect((await submit(actor)).state).toBe('decided');
    const { ticketId: id } = await makeCorrection(actor);
    expect(doubtsOf(await submit(actor))).toEqual(['no_pending_change']);
    await cancelTicket({ actor, id });
    expect((await submit(actor)).state).toBe('decided');
  });

  test('the staff keep their own word, during it and after it', async () => {
    await firm.update({ pendingChange: '合并' });
    const actor = await firmActor();
    const { ticketId: id, ticketNumber } = await makeCorrection(actor);
    const pending = async () => {
      const [facts] = await readLawyerFacts([lawyer.id]);
      return facts?.firmPendingChange;
    };
    expect(await pending()).toBe(`合并；会员申请更正办公地址（工单${ticketNumber}）`);
    await cancelTicket({ actor, id });
    expect(await pending()).toBe('合并');
    expect(doubtsOf(await submit(actor))).toEqual(['no_pending_change']);
  });

  test('neither a claim of the firm nor what letters do not print keeps a letter waiting', async () => {
    const actor = await firmActor();
    await makeCorrection(actor, { lawyerId: lawyer.id, field: 'name', wanted: '林知行' });
    await makeCorrection(actor, { field: 'personInCharge', wanted: '林知远' });
    const pending = async () => (await readLawyerFacts([lawyer.id]))[0]?.pendingChange;
    expect(await pending()).toBe('');
    expect((await submit(actor)).state).toBe('decided');
    const own = await makeCorrection(await memberActor({ lawyerId: lawyer.id }), { field: 'name', wanted: '林知行' });
    expect(await pending()).toBe(`会员申请更正姓名（工单${own.ticketNumber}）`);
  });
});
