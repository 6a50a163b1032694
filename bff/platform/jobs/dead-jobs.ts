import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { clock } from '../clock/clock.ts';
import { select } from '../db/database.ts';
import { update } from './claim.ts';
import { wakeWorkers } from './enqueue.ts';
import type { JsonObject } from './job.ts';

const deadRow = z.strictObject({
  id: z.int(),
  name: z.string(),
  payload: z.string(),
  attempts: z.int(),
  lastError: z.string(),
  createdAt: z.int(),
  diedAt: z.int(),
});
/** A job that was given up. */
export type DeadJob = Omit<z.infer<typeof deadRow>, 'payload'> & { payload: JsonObject };

/** Jobs given up, the latest first; for the next page pass the last id as `beforeId`. */
export async function listDeadJobs(page: { limit: number; beforeId?: number }): Promise<DeadJob[]> {
  const rows = await select(
    deadRow,
    `SELECT id, name, payload, attempts, last_error AS lastError, created_at AS createdAt, finished_at AS diedAt
     FROM jobs WHERE state = 'dead' AND id < ? ORDER BY id DESC LIMIT ?`,
    [page.beforeId ?? Number.MAX_SAFE_INTEGER, page.limit],
  );
  return rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) as JsonObject }));
}

/**
 * Makes the job of that key due now with all its attempts, whether it was given up or waits for its next attempt; false
 * when there is none, or it is done or under way. Wakes the workers once `t` is committed.
 */
export async function runAgainNow(dedupeKey: string, t: Transaction): Promise<boolean> {
  const revived = await update(
    `UPDATE jobs SET state = 'ready', attempts = 0, run_at = ?, finished_at = NULL
     WHERE dedupe_key = ? AND (state = 'dead' OR (state = 'ready' AND claim IS NULL))`,
    [clock.now(), dedupeKey],
    t,
  );
  if (revived > 0) t.afterCommit(() => void wakeWorkers());
  return revived > 0;
}

/** Makes a dead job due again with all its attempts; false when it is not (or no longer) dead. */
export async function retryJob(id: number): Promise<boolean> {
  const revived = await update(
    `UPDATE jobs SET state = 'ready', attempts = 0, run_at = ?, finished_at = NULL WHERE id = ? AND state = 'dead'`,
    [clock.now(), id],
  );
  if (revived === 0) return false;
  await wakeWorkers();
  return true;
}
