/**
 * Process in which members say something, each in their own talk with two pages open, and beside it write one row, in turn;
 * reports what either cost the server. Argument: a file with a Posting as JSON.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { treeCpuMs } from '../../cpu.ts';
import { summarise, takeTurns } from '../../samples.ts';
import type { FilledTalks } from './fill-talks.ts';
import { openSocket } from './open-socket.ts';

export interface Posting {
  address: string;
  /** The process of the server. */
  pid: number;
  talks: FilledTalks['talks'];
  /** Sockets of each talk that hear what is said in it. */
  receivers: number;
  /** Of either, so many samples of so many posts. */
  pairs: number;
  count: number;
}
export interface Posted {
  /** CPU ms of the server for each post, sample by sample. */
  message: number[];
  row: number[];
  /** From asking for it to be sent until the last of its receivers has it, ms: the median. */
  deliveryMs: number;
}

const AT_A_TIME = 16;
const EVERY_MS = 5;
const given = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Posting;
const { address, pid, talks, receivers, pairs, count } = given;

/** What was said → when, and how many have yet to hear it. */
const underWay = new Map<string, { saidAt: number; left: number }>();
const deliveries: number[] = [];
function hear(frame: string): void {
  const text = /"text":"([0-9a-f-]{36})"/.exec(frame)?.[1] ?? '';
  const one = underWay.get(text);
  if (!one || --one.left > 0) return;
  underWay.delete(text);
  deliveries.push(performance.now() - one.saidAt);
}

async function post(path: string, bearer: string, body: object): Promise<void> {
  const answer = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}

const say = ({ id, bearer }: FilledTalks['talks'][number]) => {
  const text = randomUUID();
  underWay.set(text, { saidAt: performance.now(), left: receivers });
  return post(`/api/chat/${id}/messages`, bearer, { kind: 'text', clientId: randomUUID(), text });
};
const write = ({ id, bearer }: FilledTalks['talks'][number]) =>
  post('/api/one-insert', bearer, { chatId: id, text: randomUUID() });

let next = 0;
const cpuOf = (act: typeof say) => async () => {
  const before = treeCpuMs(pid);
  const until = next + count;
  const one = async () => {
    while (next < until) {
      const talk = talks[next++ % talks.length];
      if (talk) await act(talk);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, one));
  while (underWay.size > 0) await pause(EVERY_MS);
  return (treeCpuMs(pid) - before) / count;
};

const pages = talks.flatMap((talk) => Array.from({ length: receivers }, () => talk));
const open: WebSocket[] = await Promise.all(pages.map((talk, at) => openSocket(address, talk, at, hear)));
for (const act of [say, write]) await cpuOf(act)();
deliveries.length = 0;
const posted = await takeTurns(pairs, { message: cpuOf(say), row: cpuOf(write) });
for (const ws of open) ws.terminate();
process.send?.({ ...posted, deliveryMs: summarise(deliveries).median } satisfies Posted);
process.disconnect();
