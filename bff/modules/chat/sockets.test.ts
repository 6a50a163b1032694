import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import '../../models.ts';
import { chatDeskEndpoints as desks, chatEndpoints as chats } from '../../contract/chat/endpoints.ts';
import { CHAT_CLOSINGS, STAFF_CHAT_SOCKET } from '../../contract/chat/enums.ts';
import type { PolledFrames } from '../../contract/chat/replies.ts';
import { kv } from '../../platform/kv/kv.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { openSocket, type TestSocket } from '../../test/chat-socket.ts';
import { useDatabase } from '../../test/database.ts';
import { eventually } from '../../test/eventually.ts';
import { makeTalk, say } from '../../test/factories/chat.ts';
import { makeFirm, makeLawyer } from '../../test/factories/registry.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { tenthOf } from '../../test/heavy.ts';
import { Session } from '../accounts/model.ts';
import { Chat } from './model.ts';
import { CALLERS, makeCast, type Caller } from '../../test/permissions/callers.ts';

useDatabase();
const api = useApi();
let firmId: number;
let firm: string;
let other: string;
let open: TestSocket[] = [];

beforeAll(async () => {
  firmId = (await makeFirm()).id;
  firm = await memberToken({ firmId });
  other = await memberToken({ lawyerId: (await makeLawyer({ firmId })).id });
});
beforeEach(async () => {
  await Chat.destroy({ where: {} });
});
afterEach(async () => {
  for (const socket of open) socket.close();
  await Promise.all(open.map(({ closed }) => closed));
  open = [];
});

const socket = (more: Parameters<typeof openSocket>[1]) => {
  const one = openSocket(api.url, more);
  open.push(one);
  return one;
};
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);
const welcomed = (one: TestSocket) =>
  eventually(() => expect(one.frames.some(({ t }) => t === 'welcome')).toBe(true), { withinMs: 10_000 });
const has = (one: TestSocket, id: number, n: number) =>
  eventually(() => expect(one.seqsOf(id)).toEqual(upTo(n)), { withinMs: 8_000 });

describe('who is let in', () => {
  const status = async (more: Parameters<typeof openSocket>[1]) => socket(more).opened;

  test('a session of its own realm, and of the desk the role; everybody else is refused before anything is opened', async () => {
    const cast = await makeCast();
    const members: Caller[] = ['firm', 'other firm', 'lawyer', 'other lawyer'];
    const staff: Caller[] = ['service', 'administrator'];
    for (const caller of CALLERS) {
      const as = await cast.tokenOf(caller);
      const with_ = as === undefined ? {} : { as };
      // Without a token it is a browser's, which has to say from where it comes.
      const headers: Record<string, string> = as === undefined ? { origin: api.url } : {};
      const answers = [
        await status({ ...with_, headers }),
        await status({ ...with_, headers, path: STAFF_CHAT_SOCKET }),
      ];
      const isIn = answers.map((answer) => answer === 101);
      expect([caller, ...isIn]).toEqual([caller, members.includes(caller), staff.includes(caller)]);
      for (const one of open) one.close();
    }
  });

  test('a cookie opens none from another site, and none that does not say where it comes from', async () => {
    const cookie = `lz_member=${firm}`;
    expect(await status({ headers: { cookie } })).toBe(403);
    expect(await status({ headers: { cookie, origin: 'https://evil.example' } })).toBe(403);
    expect(await status({ headers: { cookie, origin: api.url } })).toBe(101);
    expect(await status({ as: firm, path: '/api/chat/else' })).toBe(404);
  });

  test('a talk of others and one that does not exist close it alike', async () => {
    const { id, desk } = await makeTalk({ firmId });
    const closings = [
      await socket({ as: other, have: { [id]: 0 } }).closed,
      await socket({ as: other, have: { 999_999: 0 } }).closed,
      await socket({ as: desk.token, path: STAFF_CHAT_SOCKET, have: { 999_999: 0 } }).closed,
    ];
    expect(closings).toEqual(closings.map(() => CHAT_CLOSINGS.unknown));
    const own = socket({ as: firm, have: { [id]: 0 } });
    await has(own, id, 1);
    own.send({ t: 'have', have: { 999_999: 0 } });
    expect(await own.closed).toBe(CHAT_CLOSINGS.unknown);
  });

  test('frames that are too long, no JSON, not ours, before hello, or too many close it', async () => {
    const { id } = await makeTalk({ firmId });
    const closed = async (...frames: unknown[]) => {
      const one = socket({ as: firm });
      await one.opened;
      for (const frame of frames) one.send(frame);
      return one.closed;
    };
    const hello = { t: 'hello', v: 1, have: { [id]: 0 } };
    expect(await closed('x'.repeat(4_097))).toBe(1009);
    for (const wrong of [
      'x',
      '{}',
      { t: 'msg' },
      { ...hello, more: 1 },
      { t: 'beat' },
      { ...hello, have: { [id]: -1 } },
    ]) {
      expect([wrong, await closed(wrong)]).toEqual([wrong, CHAT_CLOSINGS.refused]);
    }
    expect(await closed(hello, ...upTo(45).map(() => ({ t: 'beat' })))).toBe(CHAT_CLOSINGS.refused);
  });

  test('who says nothing within five seconds is shut out; who has said hello may be silent for longer', async () => {
    const began = performance.now();
    const silent = socket({ as: firm });
    const greeted = socket({ as: firm, have: {} });
    expect(await silent.closed).toBe(CHAT_CLOSINGS.silent);
    expect(Math.abs(performance.now() - began - 5_500)).toBeLessThan(1_500);
    greeted.send({ t: 'beat' });
    await eventually(() => expect(greeted.frames.at(-1)?.t).toBe('beat'), { withinMs: 5_000 });
  });

  test('four of one account, and the oldest goes for a fifth', async () => {
    const five = [];
    for (let n = 0; n < 5; n++) {
      five.push(socket({ as: firm, have: {} }));
      await five[n]?.opened;
    }
    expect(await five[0]?.closed).toBe(CHAT_CLOSINGS.replaced);
  });

  test('goes within five seconds of its session', async () => {
    const { id } = await makeTalk({ firmId });
    const token = await memberToken({ firmId });
    const one = socket({ as: token, have: { [id]: 0 } });
    const stays = socket({ as: firm, have: { [id]: 0 } });
    await Promise.all([one, stays].map(welcomed));
    const [last] = await Session.findAll({ order: [['id', 'DESC']], limit: 1 });
    // By a statement that no hook of this process hears of, as another process would.
    await Session.sequelize?.query('DELETE FROM sessions WHERE id = ?', { replacements: [last?.id] });
    const began = performance.now();
    expect(await one.closed).toBe(CHAT_CLOSINGS.signedOut);
    expect(performance.now() - began).toBeLessThan(5_000);
    stays.send({ t: 'beat' });
    await eventually(() => expect(stays.frames.at(-1)?.t).toBe('beat'), { withinMs: 5_000 });
  });
});

describe('what is received', () => {
  test('everybody who is cut off again and again, and comes back, has 1 … n once each, in order', async () => {
    const { id, desk, member } = await makeTalk({ firmId });
    const clients = tenthOf(100);
    // An account has four sockets: everybody but the member is a leader of the desk, who sees every talk.
    const leaders = await Promise.all(upTo(clients).map(() => staffToken('administrator')));
    const MESSAGES = 24;
    let isDone = false;
    const clientOf = async (n: number) => {
      const got = new Set<number>();
      const order: number[] = [];
      const take = (seq: number) => {
        if (got.has(seq)) return;
        got.add(seq);
        order.push(seq);
      };
      const last = () => order.at(-1) ?? 0;
      const isMember = n <= 3;
      let tries = 0;
      while (!isDone || last() < MESSAGES + 1) {
        // Says now and then to have less than it has: then it gets the same again.
        const have = { [id]: Math.max(0, last() - (n % 3)) };
        const one = openSocket(api.url, {
          have,
          ...(isMember ? { as: firm } : { as: leaders[n - 1] ?? '', path: STAFF_CHAT_SOCKET }),
          onFrame: (frame) => {
            if (frame.t === 'msg') take(frame.m.seq);
          },
        });
        // Longer and shorter in turn; one address opens so many a minute (OPENINGS).
        const cutAfterMs = ((20 + ((n * 37 + tries++ * 53) % 180)) * clients) / 10;
        await Promise.race([one.closed, pause(cutAfterMs)]);
        one.close();
        await one.closed;
      }
      return order;
    };
    const running = Promise.all(upTo(clients).map(clientOf));
    const ids = upTo(MESSAGES).map(() => randomUUID());
    for (const [index, clientId] of ids.entries()) {
      const actor = index % 2 === 0 ? member : desk.actor;
      // Each is sent twice at once: the answer to the first may have been lost.
      await Promise.all([say(actor, id, `第${index}句`, clientId), say(actor, id, `第${index}句`, clientId)]);
      await pause(5);
    }
    isDone = true;
    const all = await running;
    expect(all).toHaveLength(clients);
    for (const order of all) expect(order).toEqual(upTo(MESSAGES + 1));
  });

  test('nothing is lost that is said while it subscribes', async () => {
    const { id, desk } = await makeTalk({ firmId });
    const subscribe = kv.subscribe.bind(kv);
    let times = 0;
    // Said just before the channel is heard: whoever has read by then never learns of it.
    kv.subscribe = async (channel, listener) => {
      if (channel === `chat:${id}` && times++ === 0) await say(desk.actor, id, '恰好这时');
      return subscribe(channel, listener);
    };
    try {
      const one = socket({ as: firm, have: { [id]: 0 } });
      await welcomed(one);
      await has(one, id, 2);
    } finally {
      kv.subscribe = subscribe;
    }
    expect(times).toBe(1);
  });

  test('nobody is told of a number that cannot be read yet', async () => {
    const { id, desk } = await makeTalk({ firmId });
    const one = socket({ as: firm, have: { [id]: 0 } });
    await welcomed(one);
    const publish = kv.publish.bind(kv);
    const readable: boolean[] = [];
    kv.publish = async (channel, message) => {
      if (channel === `chat:${id}`) {
        const { seq } = JSON.parse(message) as { seq: number };
        const chat = await Chat.findByPk(id, { rejectOnEmpty: true });
        readable.push(Number(chat.lastSeq) >= seq);
      }
      return publish(channel, message);
    };
    try {
      for (let n = 0; n < 5; n++) await say(desk.actor, id, `第${n}句`);
      await has(one, id, 6);
    } finally {
      kv.publish = publish;
    }
    expect(readable).toEqual([true, true, true, true, true]);
  });

  test('a poll brings what a socket brings, and waits until there is something', async () => {
    const { id, desk, member } = await makeTalk({ firmId });
    const one = socket({ as: firm, have: { [id]: 0 } });
    await welcomed(one);
    const polled: number[] = [];
    const poll = async () => {
      const have = `${id}:${polled.at(-1) ?? 0}`;
      const { frames } = (await api.call(chats.pollOwnChats, { as: firm, query: { have, wait: '20' } }))
        .json as unknown as PolledFrames;
      for (const frame of frames) if (frame.t === 'msg') polled.push(frame.m.seq);
    };
    await poll();
    for (let n = 0; n < 4; n++) {
      const waits = poll();
      await say(n % 2 ? member : desk.actor, id, `第${n}句`);
      await waits;
    }
    while (polled.length < 5) await poll();
    await has(one, id, 5);
    expect(polled).toEqual(one.seqsOf(id));
    const foreign = await api.call(chats.pollOwnChats, { as: other, query: { have: `${id}:0` } });
    expect(foreign.status).toBe(404);
    const staff = await api.call(desks.pollChats, { as: desk.token, query: { have: `${id}:0` } });
    expect((staff.json as unknown as PolledFrames).frames).toHaveLength(5);
  });

  test('that somebody types is told to the other side alone, by whoever is in the talk', async () => {
    const { id, desk } = await makeTalk({ firmId });
    const mine = socket({ as: firm, have: { [id]: 0 } });
    const theirs = socket({ as: desk.token, path: STAFF_CHAT_SOCKET, have: { [id]: 0 } });
    await Promise.all([mine, theirs].map(welcomed));
    mine.send({ t: 'typing', c: id });
    await eventually(() => expect(theirs.frames.at(-1)).toEqual({ t: 'typing', c: id, by: 'member' }), {
      withinMs: 5_000,
    });
    expect(mine.frames.some(({ t }) => t === 'typing')).toBe(false);
  });
});
