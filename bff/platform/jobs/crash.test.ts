import { z } from 'zod';
import { afterEach, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { processEnv } from '../../test/trouble/process-env.ts';
import { useDatabase } from '../../test/database.ts';
import { select, transaction } from '../db/database.ts';
import { writeJob } from './enqueue.ts';
import type { JsonObject } from './job.ts';

const LEASE_MS = 600;

useDatabase();

const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) await kill(child);
});

/** A worker process on this test's database; `says` resolves with the first line that begins with the given words. */
function startWorkerProcess(): { child: ChildProcess; says(words: string): Promise<string> } {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../test/trouble/job-worker.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: processEnv({ JOB_LEASE_MS: String(LEASE_MS), JOB_POLL_MS: '50' }),
  });
  children.push(child);
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout ?? process.stdin });
  output.on('line', (line) => lines.push(line));
  return {
    child,
    async says(words) {
      for (;;) {
        const line = lines.find((said) => said.startsWith(words));
        if (line !== undefined) return line;
        await once(output, 'line');
      }
    },
  };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

const add = (name: string, payload: JsonObject, maxAttempts?: number) =>
  transaction((t) => writeJob(name, payload, { t, ...(maxAttempts && { maxAttempts }) }));
const jobs = () =>
  select(
    z.strictObject({ state: z.string(), attempts: z.int(), lastError: z.string().nullable() }),
    'SELECT state, attempts, last_error AS lastError FROM jobs ORDER BY id',
    [],
  );

test('a job whose worker was killed is taken up by another one', async () => {
  const first = startWorkerProcess();
  await first.says('ready');
  await add('hang', { n: 1 });
  await first.says('hang');
  await kill(first.child);
  expect((await jobs())[0]).toMatchObject({ state: 'ready', attempts: 1 });

  const second = startWorkerProcess();
  await second.says('hang {"n":1}');
  expect((await jobs())[0]).toMatchObject({ state: 'ready', attempts: 2 });
});

test('a job that is still being worked on is not taken, however long it takes', async () => {
  const first = startWorkerProcess();
  await add('hang', { n: 2 });
  await first.says('hang {"n":2}');
  const second = startWorkerProcess();
  await second.says('ready');
  await new Promise((over) => setTimeout(over, LEASE_MS * 3));
  // The second one is alive and at work, and yet left this job alone.
  await add('note', { n: 3 });
  await Promise.race([first.says('note {"n":3}'), second.says('note {"n":3}')]);
  const [row] = await select(z.strictObject({ attempts: z.int() }), `SELECT attempts FROM jobs WHERE payload = ?`, [
    '{"n":2}',
  ]);
  expect(row).toEqual({ attempts: 1 });
});

test('a job that kills every worker is given up', async () => {
  await add('crash', {}, 2);
  for (const attempt of [1, 2]) {
    const worker = startWorkerProcess();
    await worker.says(`crash ${attempt}`);
    await kill(worker.child);
  }
  const last = startWorkerProcess();
  await last.says('ready');
  await add('note', { n: 9 });
  await expect(
    (async () => {
      for (;;) {
        const dead = (await jobs()).find((job) => job.state === 'dead');
        if (dead) return dead;
        await new Promise((again) => setTimeout(again, 50));
      }
    })(),
  ).resolves.toMatchObject({ state: 'dead', lastError: expect.stringContaining('worker died') });
  expect(last.child.exitCode).toBeNull();
});
