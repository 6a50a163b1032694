import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { select } from '../../../platform/db/database.ts';
import { runAgainNow } from '../../../platform/jobs/dead-jobs.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { Import } from '../model.ts';

const doneOf = ({ state, checked, applied }: Import) => (state === 'checking' ? checked : applied);
const keyOf = (run: Import) => `profile-import:${run.id}:${run.state}:${doneOf(run)}`;

/** Orders the next piece of an import as it stands, in the transaction that brought it there. */
export async function orderPiece(run: Import, t: Transaction): Promise<void> {
  const dedupeKey = keyOf(run);
  if (await runAgainNow(dedupeKey, t)) return;
  await enqueue('work-profile-import', { importId: run.id, done: doneOf(run) }, { t, dedupeKey });
}

const jobRow = z.strictObject({ state: z.string(), attempts: z.int() });
/** A worker that dies loses its job to the next one at once; who has failed so often fails at something else. */
const FAILED_OFTEN = 3;

/** Whether an import goes on by itself no more. */
export async function isStuck(run: Import): Promise<boolean> {
  if (run.state !== 'checking' && run.state !== 'applying') return false;
  const [job] = await select(jobRow, 'SELECT state, attempts FROM jobs WHERE dedupe_key = ?', [keyOf(run)]);
  return !job || job.state === 'dead' || job.attempts >= FAILED_OFTEN;
}
