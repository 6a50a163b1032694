/**
 * Process that opens sockets of many members, reads how much memory the server has with and without them, then cuts all of
 * them and comes back at once, several times. Argument: a file with a Holding as JSON.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { treeCpuMs } from '../../cpu.ts';
import type { FilledTalks } from './fill-talks.ts';
import type { Memory } from './memory.ts';
import { openSocket } from './open-socket.ts';

export interface Holding {
  address: string;
  /** The process of the server. */
  pid: number;
  talks: FilledTalks['talks'];
  /** Sockets of each talk. */
  each: number;
  /** So many at a time are opened before the storms. */
  steps: number;
  storms: number;
}
export interface Held {
  sockets: number;
  /** KB of the server's memory for each of them, after each step of opening. */
  kbEach: number[];
  /** The same after each storm; and of that what is in use, not only kept. */
  stormKbEach: number[];
  inUseKbEach: number[];
  /** Until the last one was welcome again, all cut and all back at once; and what it cost the server, ms of CPU. */
  stormMs: number[];
  stormCpuMs: number[];
}

const { address, pid, talks, each, steps, storms } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Holding;
/** Until what is not needed any more was collected. */
const REST_MS = 15_000;

const wanted = talks.flatMap((talk) => Array.from({ length: each }, () => talk));
const memory = async () => (await (await fetch(`${address}/memory`)).json()) as Memory;
const rssKb = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);

// Once what the start has left was collected: otherwise it is given back while sockets open, and hides what they take.
const { inUseKb } = await memory();
const before = { rssKb: rssKb(), inUseKb };
let held: WebSocket[] = [];
const report: Held = {
  sockets: wanted.length,
  kbEach: [],
  stormKbEach: [],
  inUseKbEach: [],
  stormMs: [],
  stormCpuMs: [],
};
for (let step = 1; step <= steps; step++) {
  const upTo = Math.ceil((wanted.length * step) / steps);
  const next = wanted.slice(held.length, upTo);
  held.push(...(await Promise.all(next.map((talk, at) => openSocket(address, talk, held.length + at)))));
  await pause(REST_MS);
  report.kbEach.push((rssKb() - before.rssKb) / held.length);
}
for (let storm = 0; storm < storms; storm++) {
  for (const ws of held) ws.terminate();
  const cpu = treeCpuMs(pid);
  const began = performance.now();
  held = await Promise.all(wanted.map((talk, at) => openSocket(address, talk, at)));
  report.stormMs.push(performance.now() - began);
  report.stormCpuMs.push(treeCpuMs(pid) - cpu);
  await pause(REST_MS);
  report.stormKbEach.push((rssKb() - before.rssKb) / held.length);
  report.inUseKbEach.push(((await memory()).inUseKb - before.inUseKb) / held.length);
}
for (const ws of held) ws.terminate();
process.send?.(report satisfies Held);
process.disconnect();
