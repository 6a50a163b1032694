import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { MemberActor } from '../../actor.ts';
import { processEnv } from './process-env.ts';

/** Short, so that what a killed process held is due again when the next one looks. */
export const LEASE_MS = 600;

interface Office {
  child: ChildProcess;
  output: Interface;
  ready: Promise<unknown>;
}

/** Starts `kill-driver.ts` on this test's database; `isBroken`: with the job outside the transaction. */
function open(nodeOptions: string[]): Office {
  const child = spawn(process.execPath, [...nodeOptions, join(import.meta.dirname, 'kill-driver.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: processEnv({ JOB_LEASE_MS: String(LEASE_MS), JOB_POLL_MS: '20' }),
  });
  const output = createInterface({ input: child.stdout });
  const ready = Promise.race([
    once(output, 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('the office did not open'))),
  ]);
  return { child, output, ready };
}

async function kill({ child }: Office): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Answers that an office gives at most, and ms that pass after the last of them, before it is killed. */
const MOST_ANSWERS = 8;
const LONGEST_PAUSE_MS = 80;

/**
 * Opens an office, lets it work, kills it with SIGKILL at a random moment, again and again; `afterKill` answers whether
 * to go on. The moment is some random ms after a random answer, so that a busy machine gets as far as an idle one.
 * Resolves with the ids of all submissions that were answered.
 */
export async function killAgainAndAgain(settings: {
  actors: MemberActor[];
  nodeOptions?: string[];
  /** Fewer where answers wait for the very work that is to be killed. */
  mostAnswers?: number;
  afterKill(kills: number): Promise<'again' | 'enough'>;
}): Promise<number[]> {
  const { actors, nodeOptions = [], mostAnswers = MOST_ANSWERS, afterKill } = settings;
  const answered: number[] = [];
  let next = open(nodeOptions);
  try {
    for (let kills = 1; ; kills++) {
      const office = next;
      await office.ready;
      // The next one opens while this one works, on the other core.
      next = open(nodeOptions);
      const wanted = Math.floor(Math.random() * (mostAnswers + 1));
      const enough = Promise.withResolvers<void>();
      let answers = 0;
      office.output.on('line', (line) => {
        answered.push(Number(line.replace('submitted ', '')));
        if (++answers >= wanted) enough.resolve();
      });
      office.child.stdin?.write(`${JSON.stringify(actors)}\n`);
      if (wanted > 0) await enough.promise;
      await pause(Math.random() * LONGEST_PAUSE_MS);
      await kill(office);
      if ((await afterKill(kills)) === 'enough') return answered;
    }
  } finally {
    await next.ready.catch(() => undefined);
    await kill(next);
  }
}
