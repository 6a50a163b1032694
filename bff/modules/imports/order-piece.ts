import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { select } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { runAgainNow } from '../../platform/jobs/dead-jobs.ts';
import type { ImportRun } from './model.ts';

/** Rows that one job looks through or applies (members.md). */
const PIECE_ROWS = 500;

const beginOf = (done: number) => done - (done % PIECE_ROWS);
const doneOf = ({ state, checked, applied }: ImportRun) => (state === 'checking' ? checked : applied);

/** Whether a run is at the piece in which so many rows are done. */
export const isOf = (run: ImportRun, done: number): boolean => beginOf(doneOf(run)) === beginOf(done);

/** Rows that the piece may still take. */
export const leftOf = (run: ImportRun): number => PIECE_ROWS - (doneOf(run) % PIECE_ROWS);

const keyOf = (run: ImportRun) => `import:${run.id}:${run.state}:${beginOf(doneOf(run))}`;

/** Orders the next piece of a run as it stands, in the transaction that brought it there; one that was given up is due again. */
export async function orderPiece(run: ImportRun, t: Transaction): Promise<void> {
  const dedupeKey = keyOf(run);
  if (await runAgainNow(dedupeKey, t)) return;
  await enqueue('work-import', { runId: run.id, done: beginOf(doneOf(run)) }, { t, dedupeKey });
}

const jobRow = z.strictObject({ state: z.string(), attempts: z.int() });
/** A worker that dies loses its job to the next one at once; who has failed so often fails at something else. */
const FAILED_OFTEN = 3;

/** Whether a run goes on by itself no more: its next piece was given up, has failed again and again, or is in no queue. */
export async function isStuck(run: ImportRun): Promise<boolean> {
  if (run.state !== 'checking' && run.state !== 'applying') return false;
  const [job] = await select(jobRow, 'SELECT state, attempts FROM jobs WHERE dedupe_key = ?', [keyOf(run)]);
  return !job || job.state === 'dead' || job.attempts >= FAILED_OFTEN;
}
