import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { select } from '../../platform/db/database.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { runAgainNow } from '../../platform/jobs/dead-jobs.ts';
import type { ImportRun } from './model.ts';

const keyOf = ({ id, state, checked, applied }: ImportRun) =>
  `import:${id}:${state}:${state === 'checking' ? checked : applied}`;

/** Orders the next piece of a run as it stands, in the transaction that brought it there; one that was given up is due again. */
export async function orderPiece(run: ImportRun, t: Transaction): Promise<void> {
  const dedupeKey = keyOf(run);
  if (await runAgainNow(dedupeKey, t)) return;
  const done = run.state === 'checking' ? run.checked : run.applied;
  await enqueue('work-import', { runId: run.id, done }, { t, dedupeKey });
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
