import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import type { ChildProcess } from 'node:child_process';
import { WebSocket } from 'ws';
import '../../models.ts';
import { chatDeskEndpoints as desks, chatEndpoints as chats } from '../../contract/chat/endpoints.ts';
import { CHAT_SOCKET, STAFF_CHAT_SOCKET } from '../../contract/chat/enums.ts';
import { keepLine, type Line } from '../../contract/chat/line.ts';
import { keep, NOTHING_KEPT, type Kept } from '../../contract/chat/numbers.ts';
import type { ChatMessages, PolledFrames, ServerFrame } from '../../contract/chat/replies.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import { DAY_MS } from '../../contract/dates.ts';
import { freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { kv } from '../../platform/kv/kv.ts';
import { freePort } from '../../../scripts/test/services.mjs';
import { callAt, memberToken } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { eventually } from '../../test/eventually.ts';
import { makeTalk } from '../../test/factories/chat.ts';
import { makeFirm } from '../../test/factories/registry.ts';
import { listening, startOwnRedis, startProcess, type ServerProcess } from '../../test/trouble/server-process.ts';

// One process at one address, and a Redis of its own; each goes away and comes back, politely and not.
useDatabase();
let redis: { url: string; child: ChildProcess };
let running: ServerProcess;
let port: number;
let url = '';
const lines: Line[] = [];

const start = async () => {
  running = startProcess(['--serve=web'], { REDIS_URL: redis.url, PORT: String(port) });
  url = await listening(running);
};
beforeAll(async () => {
  redis = await startOwnRedis();
  port = await freePort();
  await start();
}, 600_000);
afterAll(async () => {
  for (const line of lines) line.stop();
  await running.stop();
  redis.child.kill('SIGKILL');
  await kv.close();
});

interface Client {
  /** Numbers, in the order in which they came first. */
  order: number[];
  kept: Kept;
}

/** A client as both of ours are, with their own line and their own numbers, over the sockets of Node. */
function listen(as: string, id: number, { path, poll, read }: Ends): Client {
  const client: Client = { order: [], kept: NOTHING_KEPT };
  const call = (endpoint: Door, more: object) => callAt(url)(endpoint, { as, ...more });
  const onFrame = (frame: ServerFrame) => {
    if (frame.t !== 'msg') return;
    const known = new Set(client.kept.items.map(({ seq }) => seq));
    if (!known.has(frame.m.seq)) client.order.push(frame.m.seq);
    client.kept = keep(client.kept, [frame.m]);
    if (client.kept.hasGap) void fill();
  };
  const fill = async () => {
    const answer = await call(read, { params: { id }, query: { after: String(client.kept.have) } });
    for (const m of (answer.json as unknown as ChatMessages).items) onFrame({ t: 'msg', c: id, m });
  };
  const line = keepLine({
    open(events) {
      const ws = new WebSocket(`${url.replace('http', 'ws')}${path}`, { headers: { authorization: `Bearer ${as}` } });
      ws.on('open', () => events.opened());
      ws.on('message', (data) => events.text((data as Buffer).toString()));
      ws.on('close', (code) => events.closed(code));
      ws.on('error', () => undefined);
      return { send: (text) => ws.readyState === WebSocket.OPEN && ws.send(text), close: () => ws.terminate() };
    },
    async poll(have, wait) {
      const answer = await call(poll, { query: { have, wait: String(wait) } });
      if (answer.status !== 200) throw new Error(String(answer.status));
      return (answer.json as unknown as PolledFrames).frames;
    },
    have: () => ({ [id]: client.kept.have }),
    onFrame,
    onState: () => undefined,
  });
  lines.push(line);
  return client;
}
type Door = Pick<Endpoint, 'method' | 'path'>;
interface Ends {
  path: string;
  poll: Door;
  read: Door;
}

test('a server that is restarted, killed, and a Redis that is restarted lose nothing, double nothing, mix up nothing', async () => {
  const firmId = (await makeFirm()).id;
  const firm = await memberToken({ firmId });
  // Begun within office hours, whatever the time is: ten in the morning of the coming Wednesday.
  const days = (10 - new Date().getUTCDay()) % 7 || 7;
  freezeClock(new Date().setUTCHours(2, 0, 0, 0) + days * DAY_MS);
  const { id, desk } = await makeTalk({ firmId });
  releaseClock();
  const mine = listen(firm, id, { path: CHAT_SOCKET, poll: chats.pollOwnChats, read: chats.readOwnChat });
  const theirs = listen(desk.token, id, { path: STAFF_CHAT_SOCKET, poll: desks.pollChats, read: desks.readChat });
  let said = 0;
  /** As an outbox does it: until it is acknowledged, with the same id. */
  const say = async () => {
    const isMember = said % 2 === 0;
    const body = { kind: 'text', clientId: randomUUID(), text: `第${said}句` };
    const endpoint = isMember ? chats.sendOwnChatMessage : desks.sendChatMessage;
    await eventually(
      async () => {
        const answer = await callAt(url)(endpoint, { as: isMember ? firm : desk.token, params: { id }, body });
        expect([said, answer.status]).toEqual([said, 200]);
      },
      { everyMs: 300 },
    );
    said += 1;
  };
  const upTo = () => Array.from({ length: said + 1 }, (_, index) => index + 1);
  const bothHave = () => eventually(() => expect([mine.order, theirs.order]).toEqual([upTo(), upTo()]));
  const sayFour = async () => {
    for (let n = 0; n < 4; n++) await say();
  };

  await sayFour();
  await bothHave();
  // Politely: it says goodbye, and when to come back.
  const stopping = running.stop();
  const meanwhile = sayFour();
  await stopping;
  await start();
  await meanwhile;
  await bothHave();
  // Not politely.
  const killed = once(running.child, 'exit');
  running.child.kill('SIGKILL');
  await killed;
  const sentAnew = sayFour();
  await start();
  await sentAnew;
  await bothHave();
  const gone = once(redis.child, 'exit');
  redis.child.kill('SIGKILL');
  await gone;
  await sayFour();
  redis = await startOwnRedis(redis.url);
  await sayFour();
  await bothHave();
  const stored = await callAt(url)(chats.readOwnChat, { as: firm, params: { id }, query: { after: '0' } });
  expect((stored.json as unknown as ChatMessages).items.map(({ seq }) => seq)).toEqual(upTo());
}, 600_000);
