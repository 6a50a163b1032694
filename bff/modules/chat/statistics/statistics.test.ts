import { expect, test } from '@jest/globals';
import { chatStatisticsEndpoints as statistics } from '../../../contract/chat-statistics/endpoints.ts';
import type { ChatPeople, ChatStatistics } from '../../../contract/chat-statistics/replies.ts';
import { exportEndpoints } from '../../../contract/exports/endpoints.ts';
import { advanceClock } from '../../../platform/clock/clock.ts';
import { useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeChat, openDesk, useChatMorning } from '../../../test/factories/chat.ts';
import { makeFirm, memberActor } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import '../../../models.ts';
import { takeChat } from '../desk/take-chat.ts';
import { touchDesk } from '../live/touch.ts';
import { Chat } from '../model.ts';
import { rateChat } from '../ratings/rate-chat.ts';
import { endChat, endOwnChat } from '../talk/close-chat.ts';
import { turnIntoTicket } from '../talk/into-ticket.ts';

/** 咨询统计. */
useDatabase();
useChatMorning();
const api = useApi();
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };

const shown = async (query = NOVEMBER) =>
  (await api.call(statistics.showChatStatistics, { as: await staffToken('service'), query }))
    .json as unknown as ChatStatistics;
type Desk = Awaited<ReturnType<typeof openDesk>>;

/** A talk that waited so many seconds for somebody. */
async function taken(desk: Desk, seconds: number) {
  const firmId = (await makeFirm()).id;
  const { chat } = await makeChat({ firmId });
  const id = Number(chat.id);
  advanceClock(seconds * 1_000);
  await touchDesk(desk.actor.accountId);
  await takeChat({ actor: desk.actor, id });
  return { id, member: await memberActor({ firmId }) };
}

test('what came on a day, how long it waited, who gave up, and what became of it', async () => {
  const desk = await openDesk();
  const first = await taken(desk, 20);
  await endChat({ actor: desk.actor, id: first.id });
  await rateChat({ actor: first.member, id: first.id, input: { rating: 'bad', words: '' } });
  const second = await taken(desk, 100);
  await turnIntoTicket({ actor: desk.actor, id: second.id, category: 'other', title: '咨询' });
  await rateChat({ actor: second.member, id: second.id, input: { rating: 'good', words: '' } });
  await rateChat({ actor: second.member, id: second.id, input: { rating: 'fair', words: '' } });
  const gaveUp = await makeChat({ firmId: (await makeFirm()).id });
  await endOwnChat({ actor: gaveUp.actor, id: Number(gaveUp.chat.id) });
  await taken(desk, 400);
  // As if it had been begun on Friday.
  await Chat.update({ openedOn: '2026-11-27' }, { where: { id: first.id } });
  const all = await shown();
  expect(all.total).toMatchObject({
    came: 4,
    taken: 3,
    abandoned: 1,
    ticketed: 1,
    good: 0,
    fair: 1,
    bad: 1,
    silent: 0,
  });
  expect(all.total).toMatchObject({ medianWords: '1–2分钟', ninetyWords: '5–10分钟' });
  expect(all).toMatchObject({ waiting: 0, talking: 1 });
  expect(all.byDay.map(({ day, came, bad }) => [day, came, bad])).toEqual([
    ['2026-11-27', 1, 1],
    ['2026-11-30', 3, 0],
  ]);
  expect((await shown({ from: '2026-11-28', to: '2026-11-29' })).total).toMatchObject({ came: 0, medianWords: '' });
});

test('a waiting time equal to a limit falls into the range below it', async () => {
  const desk = await openDesk();
  for (const seconds of [0, 30, 31, 60]) {
    await endChat({ actor: desk.actor, id: (await taken(desk, seconds)).id });
  }
  expect((await shown()).total.waited).toEqual([2, 2, 0, 0, 0, 0, 0, 0, 0]);
});

test('persons are for administrators alone, and count by who had the talk last', async () => {
  const [one, two] = [await openDesk(), await openDesk()];
  await taken(one, 10);
  await taken(two, 10);
  await taken(two, 10);
  const query = NOVEMBER;
  expect((await api.call(statistics.showChatPeople, { as: one.token, query })).status).toBe(403);
  const as = await staffToken('administrator');
  const { people } = (await api.call(statistics.showChatPeople, { as, query })).json as unknown as ChatPeople;
  expect(people.map(({ id, taken: n }) => [id, n])).toEqual([
    [two.actor.accountId, 2],
    [one.actor.accountId, 1],
  ]);
  // What everybody of the desk reads names nobody.
  expect(JSON.stringify(await shown())).not.toContain(two.actor.name);
});

test('the sheet has a line for each day', async () => {
  const desk = await openDesk();
  await taken(desk, 10);
  const sheet = await api.call(exportEndpoints.exportChatFigures, { as: desk.token, query: NOVEMBER });
  expect([sheet.status, sheet.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK']);
});
