import { beforeAll, expect, test } from '@jest/globals';
import { chatDeskEndpoints as desks, chatEndpoints as chats } from '../../../contract/chat/endpoints.ts';
import type { ChatDesk, ChatDetail, ChatMessages, PolledFrames } from '../../../contract/chat/replies.ts';
import { advanceClock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeTalk, openDesk, say, useChatMorning } from '../../../test/factories/chat.ts';
import { makeFirm } from '../../../test/factories/registry.ts';
import '../../../models.ts';
import { touchDesk } from '../live/touch.ts';
import { Chat, ChatDesk as Desk } from '../model.ts';
import { watchChats } from '../watching/watch-chats.ts';

/** 转接: a talk goes to a colleague or a role, and to whoever accepts it. */
useDatabase();
useChatMorning();
const api = useApi();
const MINUTE = 60_000;
let firmId: number;
let firm: string;

beforeAll(async () => {
  firmId = (await makeFirm()).id;
  firm = await memberToken({ firmId });
});

const ofDesk = async (name: keyof typeof desks, as: string, id: number | null, body?: unknown) =>
  api.call(desks[name], { as, ...(id !== null && { params: { id } }), ...(body !== undefined && { body }) });
const offer = (as: string, id: number, to: { to: number } | { role: string }, word = '会员问年度考核') =>
  ofDesk('handOverChat', as, id, { kind: 'to' in to ? 'person' : 'role', ...to, word });
const lists = async (as: string) => (await ofDesk('showChatDesk', as, null)).json as unknown as ChatDesk;
const of = async (id: number) => Chat.findByPk(id, { rejectOnEmpty: true });
/** What the member reads, in the order of its numbers. */
const events = async (id: number) =>
  ((await api.call(chats.readOwnChat, { as: firm, params: { id } })).json as unknown as ChatMessages).items.flatMap(
    ({ event }) => event ?? [],
  );
const faultOf = ({ json }: Awaited<ReturnType<typeof ofDesk>>) => json.error?.message;

test('offered with a word, it stays until it is accepted; the word becomes a note, and no member reads it', async () => {
  const { id, desk } = await makeTalk({ firmId });
  const [next, away] = [await openDesk(), await openDesk()];
  await Desk.destroy({ where: { accountId: away.actor.accountId } });
  const refused = await offer(desk.token, id, { to: away.actor.accountId });
  expect(refused.json.error?.fields).toEqual({ to: '该同事现在不在岗，请另选' });
  expect((await offer(desk.token, id, { to: next.actor.accountId })).status).toBe(200);
  await say(desk.actor, id, '为您转接同事');
  expect((await lists(next.token)).offered).toMatchObject([{ id, offer: { word: '会员问年度考核', isToMe: true } }]);
  const accepted = await ofDesk('acceptChat', next.token, id);
  expect((accepted.json as unknown as ChatDetail).notes).toMatchObject([{ body: '转接附言：会员问年度考核' }]);
  await expect(say(desk.actor, id, '还有')).rejects.toMatchObject({ code: 'not_found' });
  await say(next.actor, id, '您好');
  expect(await events(id)).toEqual(['taken', 'offered', 'handed']);
  const read = await api.call(chats.readOwnChat, { as: firm, params: { id } });
  expect(JSON.stringify(read.json)).not.toContain('年度考核');
});

test('offered to a role, of two who accept at once one has it, and the other is told who', async () => {
  const { id, desk } = await makeTalk({ firmId });
  expect((await offer(desk.token, id, { role: 'administrator' })).json.error?.fields).toEqual({
    role: '该岗位现在没有其他人在岗，请另选',
  });
  const two = [await openDesk(), await openDesk()];
  expect((await lists(desk.token)).roles).toEqual([
    { role: 'service', present: 2 },
    { role: 'administrator', present: 0 },
  ]);
  expect((await offer(desk.token, id, { role: 'service' })).status).toBe(200);
  // Whoever gives it away is of the role too, and is not asked.
  expect((await lists(desk.token)).own).toMatchObject([{ id, offer: { to: '客服（任一人）', isToMe: false } }]);
  const both = await Promise.all(two.map(({ token }) => ofDesk('acceptChat', token, id)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(faultOf(both.find(({ status }) => status === 409)!)).toContain(`现由${(await of(id)).assigneeName}接待`);
  expect((await events(id)).filter((event) => event === 'handed')).toHaveLength(1);
});

test('refused, taken back, or not accepted in the minutes of the settings: it stays where it was, and is said', async () => {
  const { id, desk } = await makeTalk({ firmId });
  const next = await openDesk();
  const to = { to: next.actor.accountId };
  await offer(desk.token, id, to);
  expect((await ofDesk('refuseChat', next.token, id)).status).toBe(200);
  expect((await ofDesk('acceptChat', next.token, id)).status).toBe(409);
  await offer(desk.token, id, to);
  expect((await ofDesk('withdrawChatOffer', desk.token, id)).json).toMatchObject({ offer: null, isMine: true });
  expect(faultOf(await ofDesk('acceptChat', next.token, id))).toContain('转接已取消');
  await offer(desk.token, id, to);
  const here = async (ms: number) => {
    advanceClock(ms);
    await touchDesk(desk.actor.accountId);
    await watchChats();
    return (await lists(next.token)).offered.length;
  };
  await here(MINUTE);
  expect(await here(2 * MINUTE - 1)).toBe(1);
  expect(await here(1)).toBe(0);
  expect(await of(id)).toMatchObject({ assigneeId: desk.actor.accountId, offeredTo: null, offerWord: '' });
  expect(await events(id)).toEqual([
    'taken',
    'offered',
    'offer_refused',
    'offered',
    'offer_withdrawn',
    'offered',
    'offer_lapsed',
  ]);
});

test('what is offered to a role nobody refuses for the others, and a stranger accepts nothing', async () => {
  const { id, desk } = await makeTalk({ firmId });
  const [next, stranger] = [await openDesk(), await openDesk()];
  await offer(desk.token, id, { role: 'service' });
  expect((await ofDesk('refuseChat', next.token, id)).status).toBe(409);
  await offer(desk.token, id, { to: next.actor.accountId });
  expect((await ofDesk('acceptChat', stranger.token, id)).status).toBe(409);
  expect((await ofDesk('showChat', stranger.token, id)).status).toBe(404);
  expect((await of(id)).assigneeId).toBe(desk.actor.accountId);
});

test('whoever comes back, or polls, reads of the handing over in the same order', async () => {
  const { id, desk } = await makeTalk({ firmId });
  const next = await openDesk();
  await offer(desk.token, id, { role: 'service' });
  await ofDesk('acceptChat', next.token, id);
  const query = { have: `${id}:1`, wait: '0' };
  const polled = (await api.call(chats.pollOwnChats, { as: firm, query })).json as unknown as PolledFrames;
  const told = polled.frames.flatMap((frame) => (frame.t === 'msg' ? [[frame.m.seq, frame.m.event]] : []));
  expect(told).toEqual([
    [2, 'offered'],
    [3, 'handed'],
  ]);
});
