import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import '../../models.ts';
import { CHAT_SOCKET, STAFF_CHAT_SOCKET } from '../../contract/chat/enums.ts';
import { chatDeskEndpoints as desks, chatEndpoints as chats } from '../../contract/chat/endpoints.ts';
import { DAY_MS } from '../../contract/dates.ts';
import { freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { kv } from '../../platform/kv/kv.ts';
import { callAt, memberToken } from '../../test/api.ts';
import { openSocket } from '../../test/chat-socket.ts';
import { useDatabase } from '../../test/database.ts';
import { eventually } from '../../test/eventually.ts';
import { makeTalk } from '../../test/factories/chat.ts';
import { makeFirm } from '../../test/factories/registry.ts';
import { listening, startOwnRedis, startProcess, type ServerProcess } from '../../test/trouble/server-process.ts';
import type { ChildProcess } from 'node:child_process';

// Two processes on one MariaDB and a Redis of their own, which goes away in the middle.
useDatabase();
const processes: ServerProcess[] = [];
let redis: { url: string; child: ChildProcess };
let one = '';
let other = '';
beforeAll(async () => {
  redis = await startOwnRedis();
  processes.push(
    startProcess(['--serve=web'], { REDIS_URL: redis.url }),
    startProcess(['--serve=web'], { REDIS_URL: redis.url }),
  );
  [one, other] = (await Promise.all(processes.map(listening))) as [string, string];
}, 600_000);
afterAll(async () => {
  for (const running of processes) await running.stop();
  redis.child.kill('SIGKILL');
  await kv.close();
});

test('what is said at one process is heard at the other, also what is said while Redis is away', async () => {
  const firmId = (await makeFirm()).id;
  const firm = await memberToken({ firmId });
  // Begun within office hours, whatever the time is: ten in the morning of the coming Wednesday.
  const days = (10 - new Date().getUTCDay()) % 7 || 7;
  freezeClock(new Date().setUTCHours(2, 0, 0, 0) + days * DAY_MS);
  const { id, desk } = await makeTalk({ firmId });
  releaseClock();
  const mine = openSocket(other, { as: firm, path: CHAT_SOCKET, have: { [id]: 0 } });
  const theirs = openSocket(one, { as: desk.token, path: STAFF_CHAT_SOCKET, have: { [id]: 0 } });
  const said = async (n: number) => {
    const body = { kind: 'text', clientId: randomUUID(), text: `第${n}句` };
    // By turns, each at the process that the other side is not at; twice, as a client does that got no answer.
    const isMember = n % 2 === 0;
    for (let time = 0; time < 2; time++) {
      const answer = await callAt(isMember ? one : other)(isMember ? chats.sendOwnChatMessage : desks.sendChatMessage, {
        as: isMember ? firm : desk.token,
        params: { id },
        body,
      });
      expect([n, answer.status]).toEqual([n, 200]);
    }
  };
  const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);
  const bothHave = (n: number, withinMs: number) =>
    eventually(() => expect([mine.seqsOf(id), theirs.seqsOf(id)]).toEqual([upTo(n), upTo(n)]), { withinMs });
  try {
    await bothHave(1, 30_000);
    for (let n = 1; n <= 6; n++) await said(n);
    await bothHave(7, 8_000);
    const gone = once(redis.child, 'exit');
    redis.child.kill('SIGKILL');
    await gone;
    // Stored and acknowledged all the same; found by looking, ten seconds later.
    for (let n = 7; n <= 9; n++) await said(n);
    await bothHave(10, 60_000);
  } finally {
    mine.close();
    theirs.close();
  }
}, 300_000);
