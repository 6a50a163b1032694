import { afterEach, beforeAll, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { MemberActor } from '../../../actor.ts';
import { addDays, toShanghaiDate } from '../../../contract/dates.ts';
import { ticketStatisticsEndpoints as statistics } from '../../../contract/ticket-statistics/endpoints.ts';
import type { TicketPeople, TicketStatistics, TicketStepRow } from '../../../contract/ticket-statistics/replies.ts';
import type { Rating } from '../../../contract/ratings/enums.ts';
import { clock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeFirm, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { makeTicket } from '../../../test/factories/ticket.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { AuditEntry } from '../../audit/model.ts';
import { installShippedHolidays } from '../../office-hours/install-years.ts';
import { addToTicket } from '../asking/add-to-ticket.ts';
import { answerTicket } from '../desk/answer-ticket.ts';
import { mergeTickets } from '../merging/merge-tickets.ts';
import { Ticket } from '../model.ts';
import { rateTicket } from '../ratings/rate-ticket.ts';
import { checkCounts } from './check-counts.ts';
import { TicketCount, TicketStep } from './model.ts';

useDatabase();
const api = useApi();
let actor: MemberActor;
beforeAll(async () => {
  await installShippedHolidays();
  actor = await memberActor({ firmId: (await makeFirm()).id });
});
afterEach(async () => {
  releaseClock();
  await TicketCount.destroy({ where: {} });
  await TicketStep.destroy({ where: {} });
});

const at = (time: string) => freezeClock(`${time.replace(' ', 'T')}:00+08:00`);
const answer = async (id: number, next: 'working' | 'asked' | 'solved', by = staffActor('reviewer')) => {
  const { version } = await Ticket.findByPk(id, { rejectOnEmpty: true });
  await answerTicket({ actor: by, id, input: { version, body: '已寄出，请查收。', next } });
};
const add = (id: number) =>
  addToTicket({ actor, id, input: { body: '仍未收到', attachments: [], idempotencyKey: newKey() } });
const rate = (id: number, rating: Rating) => rateTicket({ actor, id, input: { rating, words: '' } });
const shown = async (from: string, to: string, role: Parameters<typeof staffToken>[0] = 'reviewer') =>
  (await api.call(statistics.showTicketStatistics, { as: await staffToken(role), query: { from, to } }))
    .json as unknown as TicketStatistics;

test('each step is counted on its day, with its clock and its open time; what the member had to add does not count', async () => {
  at('2026-11-10 09:00');
  const { id } = await makeTicket(actor);
  const late = (await makeTicket(actor)).id;
  at('2026-11-10 10:00');
  await answer(id, 'asked');
  at('2026-11-11 10:00');
  await add(id);
  at('2026-11-11 10:30');
  await answer(id, 'solved');
  // 9:00–11:30 and 13:30–18:00 of the tenth, and as much of the eleventh: beyond 120 minutes, and beyond 480.
  at('2026-11-11 18:00');
  await answer(late, 'solved');
  const found = await shown('2026-11-10', '2026-11-11');
  expect(found.total).toMatchObject({ came: 2, answered: 2, answersPromised: 2, answeredWithin: 1 });
  expect(found.total).toMatchObject({ done: 2, donePromised: 2, doneWithin: 1, medianWords: '1–2小时' });
  expect(found.byDay).toMatchObject([
    { day: '2026-11-10', came: 2, done: 0, answered: 1 },
    { day: '2026-11-11', came: 0, done: 2, answered: 1 },
  ]);
  const steps = await TicketStep.findAll({ where: { step: 'done' }, order: ['id'] });
  expect(steps.map(({ minutes, isWithin }) => [minutes, isWithin])).toEqual([
    [90, true],
    [840, false],
  ]);
  expect((await shown('2026-11-11', '2026-11-11')).total.came).toBe(0);
});

test('a rating is counted with the day and person of the solution, once however often it changes', async () => {
  at('2026-11-12 09:00');
  const { id } = await makeTicket(actor);
  const by = staffActor('reviewer');
  await answer(id, 'solved', by);
  at('2026-11-13 09:00');
  for (const rating of ['bad', 'good', 'good', 'fair'] as const) await rate(id, rating);
  expect((await shown('2026-11-12', '2026-11-12')).total).toMatchObject({ good: 0, fair: 1, bad: 0 });
  expect((await shown('2026-11-13', '2026-11-13')).total).toMatchObject({ good: 0, fair: 0, bad: 0 });
  await add(id);
  await answer(id, 'solved', by);
  await rate(id, 'good');
  const both = await shown('2026-11-12', '2026-11-13');
  expect(both.total).toMatchObject({ came: 1, done: 2, reopened: 1, good: 1, fair: 1 });
});

test('two at once lose no count, and what is rolled back is not counted', async () => {
  at('2026-11-16 09:00');
  const firms = await Promise.all(
    Array.from({ length: 6 }, async () => memberActor({ firmId: (await makeFirm()).id })),
  );
  await Promise.all(firms.map((one) => makeTicket(one)));
  expect((await shown('2026-11-16', '2026-11-16')).total.came).toBe(6);
  const { id, version } = await makeTicket(actor);
  const input = { version: version + 9, body: '已寄出，请查收。', next: 'solved' } as const;
  await expect(answerTicket({ actor: staffActor('reviewer'), id, input })).rejects.toThrow();
  expect((await shown('2026-11-16', '2026-11-16')).total).toMatchObject({ came: 7, done: 0 });
});

test('roles count their own queues; persons, and lists of one person, are for administrators alone', async () => {
  at('2026-11-17 09:00');
  const own = await makeTicket(actor);
  await makeTicket(actor, { category: 'payment' });
  await answer(own.id, 'solved');
  const query = { from: '2026-11-17', to: '2026-11-17' };
  expect((await shown(query.from, query.to)).total.came).toBe(1);
  expect((await shown(query.from, query.to, 'administrator')).byRole).toMatchObject([
    { role: 'reviewer', came: 1 },
    { role: 'finance', came: 1 },
  ]);
  const as = await staffToken('administrator');
  const { people } = (await api.call(statistics.showTicketPeople, { as, query })).json as unknown as TicketPeople;
  expect(people).toMatchObject([{ done: 1, came: 0 }]);
  const reviewer = await staffToken('reviewer');
  expect((await api.call(statistics.showTicketPeople, { as: reviewer, query })).status).toBe(403);
  const ofOne = { ...query, step: 'done', person: String(people[0]?.id) };
  expect((await api.call(statistics.listTicketSteps, { as: reviewer, query: ofOne })).status).toBe(403);
  const list = await api.call(statistics.listTicketSteps, { as, query: ofOne });
  expect(list.json['items'] as TicketStepRow[]).toMatchObject([{ number: own.number, step: 'done', isWithin: true }]);
  const came = { ...query, step: 'came' };
  const seen = await api.call(statistics.listTicketSteps, { as: reviewer, query: came });
  expect((seen.json['items'] as TicketStepRow[]).map(({ ticketId }) => ticketId)).toEqual([own.id]);
});

test('a period says what is wrong with it', async () => {
  const ask = async (from: string, to: string) =>
    (await api.call(statistics.showTicketStatistics, { as: await staffToken('reviewer'), query: { from, to } })).json
      .error?.fields;
  expect(await ask('2026-11-02', '2026-11-01')).toEqual({ to: '结束日期不能早于开始日期' });
  expect(await ask('2025-01-01', '2026-11-01')).toEqual({ to: '一次最多统计366天' });
  expect(await ask('2026-02-30', '2026-11-01')).toEqual({ from: '开始日期应为真实存在的日期，例如 2026-01-31' });
});

test('every night the counters are held against the steps: right ones stay, wrong ones are put right and logged', async () => {
  at('2026-11-18 09:00');
  const [one, other] = [await makeTicket(actor), await makeTicket(actor)];
  await answer(one.id, 'working');
  const { version } = await Ticket.findByPk(one.id, { rejectOnEmpty: true });
  const merge = { otherId: other.id, version, otherVersion: other.version };
  await mergeTickets({ actor: staffActor('reviewer'), id: one.id, input: merge });
  await answer(one.id, 'solved');
  at('2026-11-19 03:30');
  expect(await checkCounts()).toEqual([]);
  const day = addDays(toShanghaiDate(clock.now()), -1);
  const before = await shown(day, day);
  await TicketCount.update({ n: 9 }, { where: { measure: 'came' } });
  await TicketCount.destroy({ where: { measure: 'done' } });
  const stray = { countedOn: day, category: 'fault', role: 'service', personId: 0, measure: 'came', n: 3 } as const;
  await TicketCount.create(stray);
  expect(await checkCounts()).toEqual([day]);
  expect(await shown(day, day)).toEqual(before);
  expect(await checkCounts()).toEqual([]);
  const line = await AuditEntry.findOne({ where: { action: 'ticket.counts-repaired' } });
  expect(line).toMatchObject({ target: day, detail: '3项' });
});

test('a rating that another transaction takes back is not counted', async () => {
  at('2026-11-20 09:00');
  const { id } = await makeTicket(actor);
  await answer(id, 'solved');
  const { noteRating } = await import('./note-step.ts');
  const taken = transaction(async (t) => {
    await noteRating({ ticketId: id, rating: 'bad' }, t);
    throw new Error('taken back');
  });
  await expect(taken).rejects.toThrow('taken back');
  expect((await shown('2026-11-20', '2026-11-20')).total.bad).toBe(0);
});
