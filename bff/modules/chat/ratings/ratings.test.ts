import { beforeEach, expect, test } from '@jest/globals';
import { DAY_MS } from '../../../contract/dates.ts';
import { chatRatingEndpoints as ratings } from '../../../contract/chat-ratings/endpoints.ts';
import type { ChatRatingRow } from '../../../contract/chat-ratings/replies.ts';
import { chatDeskEndpoints } from '../../../contract/chat/endpoints.ts';
import type { OwnRating } from '../../../contract/ratings/replies.ts';
import { advanceClock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeChat, makeTalk, openDesk, useChatMorning } from '../../../test/factories/chat.ts';
import { makeFirm, memberActor } from '../../../test/factories/registry.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import '../../../models.ts';
import { touchDesk } from '../live/touch.ts';
import { Chat } from '../model.ts';
import { endChat, endOwnChat } from '../talk/close-chat.ts';
import { turnIntoTicket } from '../talk/into-ticket.ts';
import { watchChats } from '../watching/watch-chats.ts';

/** 评价 of talks. */
useDatabase();
useChatMorning();
const api = useApi();
let firmId: number;

beforeEach(async () => {
  // Of each member an hour takes so many talks.
  firmId = (await makeFirm()).id;
});

const shown = async (id: number) =>
  (await api.call(ratings.showOwnChatRating, { as: await memberToken({ firmId }), params: { id } }))
    .json as unknown as OwnRating;
const rate = async (id: number, rating: string, words = '') =>
  api.call(ratings.rateChat, { as: await memberToken({ firmId }), params: { id }, body: { rating, words } });
const listed = async (rating?: string) => {
  const as = await staffToken('administrator');
  return (await api.call(ratings.listChatRatings, { as, ...(rating && { query: { rating } }) })).json[
    'items'
  ] as ChatRatingRow[];
};

test('a talk that is over is rated once, and otherwise for seven days; an unhappy one comes back as a list', async () => {
  const { id, desk } = await makeTalk({ firmId });
  expect(await shown(id)).toEqual({ given: null, canRate: false, until: null });
  const early = await rate(id, 'good');
  expect([early.status, early.json.error?.message]).toEqual([409, '对话还在进行，结束后可以评价']);
  await endChat({ actor: desk.actor, id });
  expect(await shown(id)).toMatchObject({ given: null, canRate: true });
  expect((await rate(id, 'good')).status).toBe(200);
  expect(await listed('bad')).toEqual([]);
  advanceClock(7 * DAY_MS - 1);
  expect((await rate(id, 'bad', '没有说清楚')).status).toBe(200);
  advanceClock(1);
  const late = await rate(id, 'good');
  expect([late.status, late.json.error?.message]).toEqual([409, '评价期限已过（结束后7天内可以评价）']);
  expect(await shown(id)).toMatchObject({ given: { rating: 'bad' }, canRate: false });
  const expected = [{ id, rating: 'bad', words: '没有说清楚', assigneeName: desk.actor.name }];
  expect(await listed('bad')).toMatchObject(expected);
  expect(await listed()).toMatchObject(expected);
});

test('nobody is asked of a talk that nobody took, that was left, or that silence ended; one turned into a ticket is asked of', async () => {
  await openDesk();
  const waiting = Number((await makeChat({ firmId })).chat.id);
  await endOwnChat({ actor: await memberActor({ firmId }), id: waiting });
  const left = Number((await makeChat({ firmId })).chat.id);
  advanceClock(10 * 60_000);
  await watchChats();
  const { id: silent, desk } = await makeTalk({ firmId });
  for (const minutes of [10, 10]) {
    advanceClock(minutes * 60_000);
    await touchDesk(desk.actor.accountId);
    await watchChats();
  }
  for (const id of [waiting, left, silent]) {
    expect((await Chat.findByPk(id, { rejectOnEmpty: true })).state).toBe('closed');
    expect(await shown(id)).toEqual({ given: null, canRate: false, until: null });
    expect((await rate(id, 'bad')).status).toBe(409);
  }
  expect(await listed()).toEqual([]);
  // Of one member an hour takes no more.
  firmId = (await makeFirm()).id;
  const { id: ticketed, desk: other } = await makeTalk({ firmId });
  await turnIntoTicket({ actor: other.actor, id: ticketed, category: 'other', title: '咨询' });
  expect((await rate(ticketed, 'fair')).status).toBe(200);
});

test('a stranger rates nothing, and the desk that talked does not read it in the talk', async () => {
  const { id, desk } = await makeTalk({ firmId });
  await endChat({ actor: desk.actor, id });
  const stranger = await memberToken({ firmId: (await makeFirm()).id });
  const asked = { as: stranger, params: { id } };
  expect((await api.call(ratings.rateChat, { ...asked, body: { rating: 'bad' } })).status).toBe(404);
  expect((await api.call(ratings.showOwnChatRating, asked)).status).toBe(404);
  expect((await rate(id, 'bad', '长'.repeat(201))).json.error?.fields).toEqual({ words: '意见最多200个字' });
  expect((await rate(id, 'bad', '不耐烦')).status).toBe(200);
  const seen = await api.call(chatDeskEndpoints.showChat, { as: desk.token, params: { id } });
  expect(JSON.stringify(seen.json)).not.toContain('不耐烦');
});
