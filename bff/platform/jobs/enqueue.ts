import type { Transaction } from 'sequelize';
import { clock } from '../clock/clock.ts';
import { unlessThere } from '../db/prepared.ts';
import { write } from '../db/database.ts';
import { kv } from '../kv/kv.ts';
import { log } from '../log/log.ts';
import type { JobName } from '../../contract/operations/enums.ts';
import type { JobPayload } from '../../contract/operations/schemas.ts';
import { JOBS_CHANNEL } from './job.ts';

/** With the pauses of `retryDelay`, about two and a half hours in all. */
const DEFAULT_MAX_ATTEMPTS = 16;

export interface EnqueueOptions {
  /** The transaction whose work this job follows: both are committed, or neither. */
  t: Transaction;
  /** While a row with this key stands (done ones for a week), the same job is not written again. */
  dedupeKey?: string;
  /** Not before this instant (epoch ms); default now. */
  runAt?: number;
  maxAttempts?: number;
}

/** Writes a job in the caller's transaction. Workers are woken once it is committed. Payloads are ids. */
export async function enqueue<Name extends JobName>(
  name: Name,
  payload: JobPayload<Name>,
  options: EnqueueOptions,
): Promise<void> {
  await writeJob(name, payload, options);
}

/** The same for any name, known to the contract or not. */
export async function writeJob(name: string, payload: object, options: EnqueueOptions): Promise<void> {
  const { t, dedupeKey, runAt, maxAttempts = DEFAULT_MAX_ATTEMPTS } = options;
  const now = clock.now();
  await write(
    `INSERT INTO jobs (name, payload, dedupe_key, state, run_at, attempts, max_attempts, created_at)
     VALUES (?, ?, ?, 'ready', ?, 0, ?, ?) ${unlessThere('dedupe_key')}`,
    [name, JSON.stringify(payload), dedupeKey ?? null, runAt ?? now, maxAttempts, now],
    t,
  );
  t.afterCommit(() => void wakeWorkers());
}

/** Only saves the poll interval: a worker that does not hear it finds the job a second later. Never rejects. */
export async function wakeWorkers(): Promise<void> {
  try {
    await kv.publish(JOBS_CHANNEL, '');
  } catch (error) {
    log.warn({ err: error }, 'workers were not woken');
  }
}
