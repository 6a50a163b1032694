/**
 * Process that opens sockets of many members at once, reads how much memory the server has with and without them, then cuts
 * all of them and comes back. Argument: a Holding as JSON.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { treeCpuMs } from '../../cpu.ts';
import type { FilledTalks } from './fill-talks.ts';

export interface Holding {
  address: string;
  /** The process of the server. */
  pid: number;
  talks: FilledTalks['talks'];
  /** Sockets of each talk. */
  each: number;
}
export interface Held {
  sockets: number;
  /** KB of the server's memory for each of them, once a third, two thirds and all of them were open. */
  kbEach: number[];
  /** Until the last one was welcome again, all cut and all back at once; and what it cost the server, ms of CPU. */
  stormMs: number;
  stormCpuMs: number;
}

const { address, pid, talks, each } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Holding;
/** As from so many houses: one address opens 600 in a minute. */
const ADDRESSES = 40;
/** Until what is not needed any more was collected. */
const REST_MS = 15_000;

const rssKb = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);

/** Whoever is shut out before being welcome comes again, as clients do: in a crowd, hello may be late. */
const AGAIN_MS = 500;

function open(talk: Holding['talks'][number], at: number): Promise<WebSocket> {
  const { id, bearer } = talk;
  return new Promise((resolve, reject) => {
    let isWelcome = false;
    const ws = new WebSocket(`${address.replace('http', 'ws')}/api/chat/socket`, {
      headers: { authorization: `Bearer ${bearer}` },
      localAddress: `127.0.2.${(at % ADDRESSES) + 1}`,
      perMessageDeflate: false,
    });
    ws.on('open', () => ws.send(JSON.stringify({ t: 'hello', v: 1, have: { [id]: 0 } })));
    ws.on('message', (data) => {
      if (!(data as Buffer).toString().includes('"welcome"')) return;
      isWelcome = true;
      resolve(ws);
    });
    ws.on('close', () => {
      if (!isWelcome) setTimeout(() => void open(talk, at).then(resolve, reject), AGAIN_MS);
    });
    ws.on('error', reject);
    ws.on('unexpected-response', (_request, { statusCode }) => reject(new Error(`refused: ${statusCode}`)));
  });
}
const wanted = talks.flatMap((talk) => Array.from({ length: each }, () => talk));
const openAll = () => Promise.all(wanted.map(open));
const STEPS = 3;

const before = rssKb();
const held: WebSocket[] = [];
const kbEach: number[] = [];
for (let step = 1; step <= STEPS; step++) {
  const upTo = Math.ceil((wanted.length * step) / STEPS);
  held.push(...(await Promise.all(wanted.slice(held.length, upTo).map((talk, at) => open(talk, held.length + at)))));
  await pause(REST_MS);
  kbEach.push((rssKb() - before) / held.length);
}
for (const ws of held) ws.terminate();
const cpu = treeCpuMs(pid);
const began = performance.now();
const again = await openAll();
const report = { sockets: again.length, kbEach, stormMs: performance.now() - began, stormCpuMs: treeCpuMs(pid) - cpu };
for (const ws of again) ws.terminate();
process.send?.(report satisfies Held);
process.disconnect();
