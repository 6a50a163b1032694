import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import '../../../models.ts';
import { chatDeskEndpoints as desks, chatEndpoints as chats } from '../../../contract/chat/endpoints.ts';
import { CHAT_CLOSINGS, STAFF_CHAT_SOCKET } from '../../../contract/chat/enums.ts';
import { MAX_CHATS_AT_ONCE } from '../../../contract/chat/limits.ts';
import type { PolledFrames } from '../../../contract/chat/replies.ts';
import { kv } from '../../../platform/kv/kv.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { openSocket, type TestSocket } from '../../../test/chat-socket.ts';
import { useDatabase } from '../../../test/database.ts';
import { eventually } from '../../../test/eventually.ts';
import { makeChat, makeTalk, openDesk, say } from '../../../test/factories/chat.ts';
import { makeFirm } from '../../../test/factories/registry.ts';
import { Account, Session } from '../../accounts/model.ts';
import { acceptChat, handOverChat } from '../desk/hand-over.ts';
import { takeChat } from '../desk/take-chat.ts';
import { Chat } from '../model.ts';
import { listenedTo } from './feeds.ts';

/** Who hears a talk, while it goes from hand to hand. */
useDatabase();
const api = useApi();
let open: TestSocket[] = [];

beforeEach(async () => {
  await Chat.destroy({ where: {} });
});
afterEach(async () => {
  for (const socket of open) socket.close();
  await Promise.all(open.map(({ closed }) => closed));
  open = [];
});

type Desk = Awaited<ReturnType<typeof openDesk>>;
const listen = async ({ token }: Pick<Desk, 'token'>, have: Record<number, number>) => {
  const one = openSocket(api.url, { as: token, path: STAFF_CHAT_SOCKET, have });
  open.push(one);
  await eventually(() => expect(one.frames.some(({ t }) => t === 'welcome')).toBe(true), { withinMs: 10_000 });
  return one;
};
const textsOf = (one: TestSocket): string[] =>
  one.frames.flatMap((frame) => (frame.t === 'msg' && frame.m.kind === 'text' ? [frame.m.text] : []));
const hears = (one: TestSocket, text: string) =>
  eventually(() => expect(textsOf(one)).toContain(text), { withinMs: 8_000 });
/** Nothing more comes: a beat is answered after whatever was on its way. */
async function quiet(one: TestSocket): Promise<void> {
  const before = one.frames.filter(({ t }) => t === 'beat').length;
  one.send({ t: 'beat' });
  await eventually(() => expect(one.frames.filter(({ t }) => t === 'beat').length).toBe(before + 1), {
    withinMs: 8_000,
  });
}
async function handOver(from: Desk, to: Desk, id: number): Promise<void> {
  await handOverChat({ actor: from.actor, id, input: { kind: 'person', to: to.actor.accountId, word: '' } });
  await acceptChat({ actor: to.actor, id });
}

describe('over a socket', () => {
  test('whoever has handed a talk over hears that, and no word of it after; everything else goes on', async () => {
    const { id, desk, member } = await makeTalk({ firmId: (await makeFirm()).id });
    const colleague = await openDesk();
    const mine = await listen(desk, { [id]: 0 });
    const theirs = await listen(colleague, {});
    await handOver(desk, colleague, id);
    theirs.send({ t: 'have', have: { [id]: 0 } });
    await say(member, id, '只对新的客服说');
    await hears(theirs, '只对新的客服说');
    await quiet(mine);
    expect(textsOf(mine)).toEqual([]);
    // Of the two numbers of a hand-over it is told one or both, by how far the talk was when the first was handed on.
    const last = mine.frames.findLast((frame) => frame.t === 'msg');
    expect(last?.t === 'msg' && ['offered', 'handed'].includes(last.m.event ?? '')).toBe(true);
    // The page still names it beside the next talk: that is no stranger's doing.
    const next = await makeChat({ firmId: (await makeFirm()).id });
    await takeChat({ actor: desk.actor, id: Number(next.chat.id) });
    mine.send({ t: 'have', have: { [id]: 3, [Number(next.chat.id)]: 0 } });
    await say(next.actor, Number(next.chat.id), '下一位');
    await hears(mine, '下一位');
    await say(member, id, '还是只对新的客服说');
    await hears(theirs, '还是只对新的客服说');
    await quiet(mine);
    expect(textsOf(mine)).toEqual(['下一位']);
  });

  test('who looked at a talk that waited hears nothing of it once somebody else has taken it, whatever numbers are named', async () => {
    const [desk, onlooker] = [await openDesk(), await openDesk()];
    const { chat, actor } = await makeChat({ firmId: (await makeFirm()).id });
    const id = Number(chat.id);
    await say(actor, id, '排队时说的');
    const plain = await listen(onlooker, { [id]: 0 });
    // Says to have what has not been said yet, so as not to be told that the talk was taken.
    const sly = await listen(onlooker, { [id]: 3 });
    await hears(plain, '排队时说的');
    await takeChat({ actor: desk.actor, id });
    const mine = await listen(desk, { [id]: 0 });
    for (const words of ['第一句', '第二句', '第三句']) await say(actor, id, words);
    await hears(mine, '第三句');
    for (const one of [plain, sly]) await quiet(one);
    expect([textsOf(plain), textsOf(sly)]).toEqual([['排队时说的'], []]);
    // Never served here, it is a stranger's like any other.
    expect(await openSocket(api.url, { as: onlooker.token, path: STAFF_CHAT_SOCKET, have: { [id]: 0 } }).closed).toBe(
      CHAT_CLOSINGS.unknown,
    );
  });

  test('a day of talks goes over one socket; what is named no more is told of no more', async () => {
    const desk = await openDesk();
    const one = await listen(desk, {});
    const ids: { id: number; actor: Awaited<ReturnType<typeof makeChat>>['actor'] }[] = [];
    for (let n = 0; n < MAX_CHATS_AT_ONCE + 2; n++) {
      const { chat, actor } = await makeChat({ firmId: (await makeFirm()).id });
      ids.push({ id: Number(chat.id), actor });
      one.send({ t: 'have', have: { [Number(chat.id)]: 0 } });
      await say(actor, Number(chat.id), `第${n}个`);
      await hears(one, `第${n}个`);
      // A socket takes so many frames in ten seconds.
      if (n % 10 === 9) await quiet(one);
    }
    await say(ids[0]!.actor, ids[0]!.id, '不再打开的');
    await say(ids.at(-1)!.actor, ids.at(-1)!.id, '正在看的');
    await hears(one, '正在看的');
    await quiet(one);
    expect(textsOf(one)).not.toContain('不再打开的');
  });
});

test('a socket goes within five seconds of the role that opened it, however soon after', async () => {
  const [leaves, stays] = [await openDesk(), await openDesk()];
  const [one, other] = [await listen(leaves, {}), await listen(stays, {})];
  const began = performance.now();
  await Account.update({ roles: '[]' }, { where: { id: leaves.actor.accountId } });
  expect(await one.closed).toBe(CHAT_CLOSINGS.signedOut);
  expect(performance.now() - began).toBeLessThan(5_000);
  await quiet(other);
});

/** Keeps what is published on a channel back until it is let go. */
function heldBack(channel: string): () => Promise<void> {
  const publish = kv.publish.bind(kv);
  const held: string[] = [];
  kv.publish = async (to, message) => {
    if (to === channel) held.push(message);
    else await publish(to, message);
  };
  return async () => {
    kv.publish = publish;
    for (const message of held) await publish(channel, message);
  };
}

describe('over a request that waits', () => {
  const poll = (as: string, have: string, wait = '20') => api.call(desks.pollChats, { as, query: { have, wait } });

  /** So many of them wait for a talk: what was there was asked for, and is nothing. */
  const wait = (id: number, count: number) =>
    eventually(() => expect([...(listenedTo().get(id) ?? [])]).toHaveLength(count), { withinMs: 8_000 });

  test('a session that has ended meanwhile is told nothing', async () => {
    const firmId = (await makeFirm()).id;
    const { id, desk } = await makeTalk({ firmId });
    const [stays, ends] = [await memberToken({ firmId }), await memberToken({ firmId })];
    const asked = [stays, ends].map((as) =>
      api.call(chats.pollOwnChats, { as, query: { have: `${id}:1`, wait: '20' } }),
    );
    await wait(id, 2);
    const [last] = await Session.findAll({ order: [['id', 'DESC']], limit: 1 });
    // By a statement that no hook of this process hears of, as another process would.
    await Session.sequelize?.query('DELETE FROM sessions WHERE id = ?', { replacements: [last?.id] });
    await say(desk.actor, id, '给还在登录的人');
    const [told, refused] = await Promise.all(asked);
    expect((told?.json as unknown as PolledFrames).frames).toMatchObject([{ t: 'msg', m: { text: '给还在登录的人' } }]);
    expect([refused?.status, JSON.stringify(refused?.json)]).toEqual([401, expect.not.stringContaining('给还在')]);
  });

  test('it tells that a talk went to somebody else, and nothing that is said after', async () => {
    const { id, desk, member } = await makeTalk({ firmId: (await makeFirm()).id });
    const colleague = await openDesk();
    await handOverChat({ actor: desk.actor, id, input: { kind: 'person', to: colleague.actor.accountId, word: '' } });
    const waits = poll(desk.token, `${id}:2`);
    await wait(id, 1);
    // Heard of late, so that one reading finds both: the number that gives the talk away, and what is said after it.
    const letGo = heldBack(`chat:${id}`);
    try {
      await acceptChat({ actor: colleague.actor, id });
      await say(member, id, '只对新的客服说');
    } finally {
      await letGo();
    }
    const { frames } = (await waits).json as unknown as PolledFrames;
    expect(frames.flatMap((frame) => (frame.t === 'msg' ? [frame.m.event ?? frame.m.text] : []))).toEqual(['handed']);
    expect((await poll(desk.token, `${id}:3`, '0')).status).toBe(404);
  });
});
