import { z } from 'zod';
import { randomUUID } from 'node:crypto';
import { QueryTypes, type Transaction } from 'sequelize';
import { clock } from '../clock/clock.ts';
import { database, isLostLock, select } from '../db/database.ts';
import type { ClaimedJob, JsonObject } from './job.ts';
import { idRow } from '../db/rows.ts';

const jobRow = z.strictObject({
  id: z.int(),
  name: z.string(),
  payload: z.string(),
  attempts: z.int(),
  maxAttempts: z.int(),
});

/**
 * Takes up to `count` due jobs of the given names for `leaseMs`. One conditional UPDATE marks them with a token that only this call knows,
 * so two workers never take the same one, and needs no SKIP LOCKED. The lease is `run_at` moved into the future: if
 * this process dies, the job simply becomes due again.
 */
export async function claimDueJobs(names: string[], count: number, leaseMs: number): Promise<ClaimedJob[]> {
  if (names.length === 0) return [];
  const claim = randomUUID();
  const now = clock.now();
  // The cheap look first: an idle worker writes nothing and on SQLite takes no writer's turn.
  const due = await select(
    idRow,
    `SELECT id FROM jobs WHERE state = 'ready' AND run_at <= ? AND name IN (${placeholders(names)})
     ORDER BY run_at, id LIMIT ?`,
    [now, ...names, count],
  );
  if (due.length === 0) return [];
  try {
    const taken = await update(
      `UPDATE jobs SET claim = ?, attempts = attempts + 1, run_at = ?
       WHERE id IN (${placeholders(due)}) AND state = 'ready' AND run_at <= ?`,
      [claim, now + leaseMs, ...due.map(({ id }) => id), now],
    );
    if (taken === 0) return [];
  } catch (error) {
    if (isLostLock(error)) return []; // another worker was faster
    throw error;
  }
  const rows = await select(
    jobRow,
    `SELECT id, name, payload, attempts, max_attempts AS maxAttempts FROM jobs WHERE claim = ? ORDER BY id`,
    [claim],
  );
  return rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) as JsonObject, claim }));
}

/** Holds the job `leaseMs` longer; false when it is no longer this worker's. */
export async function renewLease(job: ClaimedJob, leaseMs: number): Promise<boolean> {
  return (
    (await update('UPDATE jobs SET run_at = ? WHERE id = ? AND claim = ?', [
      clock.now() + leaseMs,
      job.id,
      job.claim,
    ])) > 0
  );
}

/** Notes that the job is done; false when it is no longer this worker's. */
export async function finish(job: ClaimedJob): Promise<boolean> {
  const done = `UPDATE jobs SET state = 'done', claim = NULL, finished_at = ?, last_error = NULL WHERE id = ? AND claim = ?`;
  return (await update(done, [clock.now(), job.id, job.claim])) > 0;
}

/** Gives the job back, due at `runAt`; false when it is no longer this worker's. */
export async function retryLater(job: ClaimedJob, runAt: number, error: string): Promise<boolean> {
  const back = 'UPDATE jobs SET claim = NULL, run_at = ?, last_error = ? WHERE id = ? AND claim = ?';
  return (await update(back, [runAt, error, job.id, job.claim])) > 0;
}

/** Gives the job back, due at `runAt`, as if it had not been tried; false when it is no longer this worker's. */
export async function postpone(job: ClaimedJob, runAt: number, why: string): Promise<boolean> {
  const back =
    'UPDATE jobs SET claim = NULL, run_at = ?, last_error = ?, attempts = attempts - 1 WHERE id = ? AND claim = ?';
  return (await update(back, [runAt, why, job.id, job.claim])) > 0;
}

/** Gives the job up; false when it is no longer this worker's. */
export async function bury(job: ClaimedJob, error: string, t: Transaction): Promise<boolean> {
  const dead = `UPDATE jobs SET state = 'dead', claim = NULL, finished_at = ?, last_error = ? WHERE id = ? AND claim = ?`;
  return (await update(dead, [clock.now(), error, job.id, job.claim], t)) > 0;
}

const countRow = z.strictObject({ count: z.int() });

/** How many jobs of the given names wait for a worker. */
export async function countDueJobs(names: string[]): Promise<number> {
  if (names.length === 0) return 0;
  const [row] = await select(
    countRow,
    `SELECT COUNT(*) AS count FROM jobs WHERE state = 'ready' AND run_at <= ? AND name IN (${placeholders(names)})`,
    [clock.now(), ...names],
  );
  return row?.count ?? 0;
}

/** Deletes jobs done before an instant; returns how many. Dead ones stay until someone has looked at them. */
export async function deleteDoneBefore(instant: number): Promise<number> {
  return update(`DELETE FROM jobs WHERE state = 'done' AND finished_at < ?`, [instant]);
}

/** Runs an UPDATE or DELETE; returns the number of rows it changed. */
export async function update(sql: string, replacements: unknown[], t?: Transaction): Promise<number> {
  return database.sequelize.query(sql, { replacements, type: QueryTypes.BULKUPDATE, ...(t && { transaction: t }) });
}

function placeholders(list: unknown[]): string {
  return list.map(() => '?').join(', ');
}
