import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { MemberActor } from '../../../actor.ts';
import { officeHoursEndpoints as hours, type OfficeCalendar } from '../../../contract/office-hours/endpoints.ts';
import { ticketClockEndpoints as clocks } from '../../../contract/ticket-clocks/endpoints.ts';
import type { TicketClocks, TicketTermsReply } from '../../../contract/ticket-clocks/replies.ts';
import { ticketEndpoints as tickets } from '../../../contract/tickets/endpoints.ts';
import type { OwnTicket } from '../../../contract/tickets/replies.ts';
import '../../../models.ts';
import { advanceClock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { makeTicket } from '../../../test/factories/ticket.ts';
import { doDueWork } from '../../../test/office.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { installShippedHolidays } from '../../office-hours/install-years.ts';
import { addToTicket } from '../asking/add-to-ticket.ts';
import { answerTicket } from '../desk/answer-ticket.ts';
import { Ticket } from '../model.ts';
import { adoptEarlierTickets } from './adopt-earlier-tickets.ts';

useDatabase();
const api = useApi();
let firmId: number;
let actor: MemberActor;
beforeAll(async () => {
  await installShippedHolidays();
  firmId = (await makeFirm()).id;
});
beforeEach(async () => {
  at('2026-12-07 09:00');
  actor = await memberActor({ firmId });
});
afterEach(releaseClock);

const shanghai = (time: string) => `${time.replace(' ', 'T')}:00+08:00`;
const instant = (time: string) => Date.parse(shanghai(time));
const iso = (time: string) => new Date(instant(time)).toISOString();
const at = (time: string) => freezeClock(shanghai(time));
const administrator = () => staffToken('administrator');
const due = async (id: number) => {
  const { firstDueAt, doneDueAt } = await Ticket.findByPk(id, { rejectOnEmpty: true });
  return { first: firstDueAt, done: doneDueAt };
};
const seen = async (id: number) =>
  (await api.call(clocks.showTicketClocks, { as: await administrator(), params: { id } }))
    .json as unknown as TicketClocks;
/** Background work is done once every process has heard of the change. */
async function afterwards(): Promise<void> {
  advanceClock(5_000);
  await doDueWork();
}
async function dayOff(date: string, input: object | null = { kind: 'off', reason: '换届大会' }): Promise<void> {
  const call = { as: await administrator(), params: { date } };
  const { days } = (await api.call(hours.showOfficeCalendar, call)).json as unknown as OfficeCalendar;
  const version = Math.max(0, ...days.filter((day) => day.date === date).map((day) => day.version));
  const answered =
    input === null
      ? await api.call(hours.clearOfficeDay, { ...call, query: { version: String(version) } })
      : await api.call(hours.setOfficeDay, { ...call, body: { ...input, version } });
  expect(answered.status).toBe(200);
  await afterwards();
}
async function setTerms(change: (terms: TicketTermsReply) => object): Promise<void> {
  const as = await administrator();
  const terms = (await api.call(clocks.showTicketTerms, { as })).json as unknown as TicketTermsReply;
  const body = { ...terms, ...change(terms) };
  expect((await api.call(clocks.updateTicketTerms, { as, body })).status).toBe(200);
  await afterwards();
}
async function answer(id: number, next: 'working' | 'asked' | 'solved'): Promise<void> {
  const { version } = await Ticket.findByPk(id, { rejectOnEmpty: true });
  await answerTicket({ actor: staffActor('administrator'), id, input: { version, next, body: '请补充申请编号。' } });
}

describe('when the calendar changes', () => {
  test('what is due is due later, staff see both instants, members the new promise; and back again', async () => {
    const { id, version } = await makeTicket(actor);
    const before = { first: instant('2026-12-07 11:00'), done: instant('2026-12-08 10:00') };
    expect(await due(id)).toEqual(before);
    await dayOff('2026-12-07', { kind: 'own', periods: [{ from: '13:30', to: '18:00' }], reason: '停电' });
    const after = { first: instant('2026-12-07 15:30'), done: instant('2026-12-08 14:30') };
    expect(await due(id)).toEqual(after);
    expect((await seen(id)).changes).toEqual([
      {
        id: expect.any(Number),
        at: expect.any(String),
        cause: 'calendar',
        firstBefore: iso('2026-12-07 11:00'),
        firstAfter: iso('2026-12-07 15:30'),
        doneBefore: iso('2026-12-08 10:00'),
        doneAfter: iso('2026-12-08 14:30'),
      },
    ]);
    const as = await memberToken({ firmId });
    const own = (await api.call(tickets.showOwnTicket, { as, params: { id } })).json as unknown as OwnTicket;
    expect(own.promise).toBe('预计今天 15:30 前答复');
    // Nobody has acted on the ticket.
    expect((await Ticket.findByPk(id, { rejectOnEmpty: true })).version).toBe(version);
    await dayOff('2026-12-07', null);
    expect(await due(id)).toEqual(before);
    expect((await seen(id)).changes).toHaveLength(2);
  });

  test('a clock that stands has what was left of it; one that goes on does so from when it went on', async () => {
    const { id } = await makeTicket(actor);
    at('2026-12-07 10:30');
    await answer(id, 'asked');
    await dayOff('2026-12-07');
    expect(await due(id)).toEqual({ first: null, done: null });
    await dayOff('2026-12-07', null);
    at('2026-12-08 14:00');
    await addToTicket({ actor, id, input: { body: '申请编号见附件', attachments: [], idempotencyKey: newKey() } });
    // 390 open minutes were left.
    expect((await due(id)).done).toBe(instant('2026-12-09 11:30'));
    await dayOff('2026-12-09');
    expect((await due(id)).done).toBe(instant('2026-12-10 11:30'));
    await dayOff('2026-12-09', null);
  });

  test('a promise into an unknown year is certain once the year is known', async () => {
    at('2026-12-31 17:30');
    const { id } = await makeTicket(actor);
    expect((await seen(id)).isExpected).toBe(true);
    const [first, second] = [await administrator(), await administrator()];
    const body = {
      year: 2027,
      holidays: ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'].map((name, month) => {
        const date = `2027-0${month + 1}-0${month === 0 ? 1 : 2}`;
        return { name, from: date, to: month === 0 ? '2027-01-03' : date };
      }),
      workdays: [],
    };
    const { waiting } = (await api.call(hours.proposeOfficeYear, { as: first, body })).json as never as {
      waiting: { id: number };
    };
    const { changeEndpoints } = await import('../../../contract/two-person/endpoints.ts');
    expect((await api.call(changeEndpoints.confirmChange, { as: second, params: { id: waiting.id } })).status).toBe(
      200,
    );
    await afterwards();
    expect((await seen(id)).isExpected).toBe(false);
    expect((await due(id)).first).toBe(instant('2027-01-04 10:30'));
  });
});

describe('when a category promises something else', () => {
  const certificate = (firstMinutes: number, doneMinutes: number) => (terms: TicketTermsReply) => ({
    categories: { ...terms.categories, certificate: { firstMinutes, doneMinutes } },
  });

  test('open tickets follow, what was spent stays spent, and what is opened from then on is promised so', async () => {
    const [fresh, stood, other] = [
      await makeTicket(actor),
      await makeTicket(actor),
      await makeTicket(actor, { category: 'payment' }),
    ];
    const untouched = await due(other.id);
    at('2026-12-07 10:30');
    await answer(stood.id, 'asked');
    await setTerms(certificate(60, 240));
    expect(await due(fresh.id)).toEqual({ first: instant('2026-12-07 10:00'), done: instant('2026-12-07 15:00') });
    expect((await seen(fresh.id)).changes).toMatchObject([{ cause: 'terms', doneBefore: iso('2026-12-08 10:00') }]);
    expect(await due(other.id)).toEqual(untouched);
    // 90 of the 240 minutes were spent.
    expect((await seen(stood.id)).done).toEqual({ dueAt: null, leftMinutes: 150, wholeMinutes: 240 });
    at('2026-12-08 09:00');
    const late = await makeTicket(actor);
    expect(await due(late.id)).toEqual({ first: instant('2026-12-08 10:00'), done: instant('2026-12-08 15:00') });
    await setTerms(certificate(120, 480));
    expect((await due(late.id)).done).toBe(instant('2026-12-09 10:00'));
  });

  test('what was granted at reopening stays', async () => {
    const { id } = await makeTicket(actor);
    await answer(id, 'solved');
    await addToTicket({ actor, id, input: { body: '仍未收到，请再查。', attachments: [], idempotencyKey: newKey() } });
    const { done } = await due(id);
    await setTerms(certificate(30, 60));
    expect((await due(id)).done).toBe(done);
    await setTerms(certificate(120, 480));
  });

  test.each([
    [certificate(120, 60), '证明、纸质证明：首次答复时限应不长于办结时限'],
    [certificate(0, 60), '证明、纸质证明的首次答复时限应为5至25200之间的整数'],
    [() => ({ campaign: { from: '2026-12-10', to: '2026-12-09' } }), '最后一天应不早于第一天'],
    [() => ({ campaign: { from: '2026-12-10', to: '2027-12-09' } }), '年度考核最长200天'],
  ])('what cannot be right is refused in words', async (change, said) => {
    const as = await administrator();
    const terms = (await api.call(clocks.showTicketTerms, { as })).json as unknown as TicketTermsReply;
    const refused = await api.call(clocks.updateTicketTerms, { as, body: { ...terms, ...change(terms) } });
    expect([refused.status, Object.values(refused.json.error?.fields ?? {})]).toEqual([422, [said]]);
  });

  test('another administrator’s newer ones are not written over', async () => {
    const as = await administrator();
    const terms = (await api.call(clocks.showTicketTerms, { as })).json as unknown as TicketTermsReply;
    await setTerms(() => ({ campaign: { from: '2027-05-01', to: '2027-05-02' } }));
    expect((await api.call(clocks.updateTicketTerms, { as, body: { ...terms, campaign: null } })).status).toBe(409);
    await setTerms(() => ({ campaign: null }));
  });
});

describe('during 年度考核', () => {
  beforeAll(() => at('2026-12-07 09:00'));

  test('what comes before four is done the same day, anything else by the next noon; before and after as always', async () => {
    const open = async (time: string) => {
      at(time);
      return makeTicket(actor, { category: 'payment' });
    };
    const early = await open('2026-12-04 17:00');
    const said = async () =>
      (await api.call(tickets.showTicketPromises, { as: await memberToken({ firmId }) })).json['beginsWords'];
    expect(await said()).toBe('');
    at('2026-12-07 08:00');
    await setTerms(() => ({ campaign: { from: '2026-12-07', to: '2026-12-12' } }));
    expect(await said()).toBe(
      '现在不在办公时间，今天 9:00 起处理。年度考核期间，16:00 前提交的当日 18:00 前办结，之后提交的下一工作日 12:00 前办结',
    );
    const [before, last, late, weekend, after] = [
      await open('2026-12-07 10:00'),
      await open('2026-12-07 15:59'),
      await open('2026-12-07 16:00'),
      await open('2026-12-12 10:00'),
      await open('2026-12-14 10:00'),
    ];
    const done = await Promise.all(
      [before, last, late, weekend, after, early].map(async ({ id }) => (await due(id)).done),
    );
    expect(done).toEqual(
      [
        '2026-12-07 18:00',
        '2026-12-07 18:00',
        '2026-12-08 12:00',
        '2026-12-14 12:00',
        '2026-12-16 14:00',
        '2026-12-09 10:00',
      ].map(instant),
    );
    at('2026-12-14 10:00');
    await setTerms(() => ({ campaign: null }));
    // Without the campaign the same tickets have the time of their category.
    expect((await due(late.id)).done).toBe(instant('2026-12-09 18:00'));
  });

  test('what was opened again has its two hours all the same', async () => {
    at('2026-12-07 09:00');
    await setTerms(() => ({ campaign: { from: '2026-12-07', to: '2026-12-12' } }));
    await dayOff('2026-12-07', { kind: 'own', periods: [{ from: '09:00', to: '16:00' }], reason: '全员培训' });
    const { id } = await makeTicket(actor);
    at('2026-12-07 15:30');
    await answer(id, 'solved');
    await addToTicket({ actor, id, input: { body: '仍未收到，请再查。', attachments: [], idempotencyKey: newKey() } });
    expect((await due(id)).done).toBe(instant('2026-12-08 10:30'));
    await setTerms(() => ({ campaign: null }));
    await dayOff('2026-12-07', null);
  });
});

test('tickets from before the clocks could be reckoned again keep what they were promised', async () => {
  const [running, stood] = [await makeTicket(actor), await makeTicket(actor)];
  at('2026-12-07 10:30');
  await answer(stood.id, 'asked');
  const promised = await due(running.id);
  await Ticket.update({ basis: null as never }, { where: { id: [running.id, stood.id] } });
  await adoptEarlierTickets();
  expect(await due(running.id)).toEqual(promised);
  await dayOff('2026-12-07');
  expect(await due(running.id)).toEqual({ first: instant('2026-12-08 11:00'), done: instant('2026-12-09 10:00') });
  await dayOff('2026-12-07', null);
  at('2026-12-08 14:00');
  const input = { body: '申请编号见附件', attachments: [], idempotencyKey: newKey() };
  await addToTicket({ actor, id: stood.id, input });
  expect((await due(stood.id)).done).toBe(instant('2026-12-09 11:30'));
});
