import { z } from 'zod';
import { type JobState, JOB_STATES } from '../../contract/operations/enums.ts';
import { AppError } from '../../errors.ts';
import { select, transaction } from '../../platform/db/database.ts';
import { selectPage, type ListPage } from '../../platform/db/keyset.ts';
import { retryJob } from '../../platform/jobs/dead-jobs.ts';
import type { StaffActor } from '../../actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { oneOf } from '../../contract/reply-parts.ts';

/** Background work as staff see it. */
const jobLineRow = z.strictObject({
  id: z.int(),
  name: z.string(),
  state: oneOf(JOB_STATES),
  attempts: z.int(),
  runAt: z.int(),
  lastError: z.string().nullable(),
  payload: z.string(),
});
export type JobLine = z.infer<typeof jobLineRow>;
const COLUMNS = 'j.id, j.name, j.state, j.attempts, j.run_at AS runAt, j.last_error AS lastError, j.payload';

/** Jobs of one state, the latest first. Waiting ones are shown once an attempt has failed: the others are just work. */
export async function listJobs(filter: {
  state: JobState;
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<ListPage<JobLine>> {
  return selectPage({
    row: jobLineRow,
    columns: COLUMNS,
    from: 'jobs j',
    where: [
      { sql: 'j.state = ?', values: [filter.state] },
      ...(filter.state === 'ready' ? [{ sql: 'j.last_error IS NOT NULL', values: [] }] : []),
    ],
    order: { by: 'j.id', id: 'j.id', direction: 'descending' },
    cursor: filter.cursor,
    limit: filter.limit,
  });
}

/** Makes a given-up job due again. Throws `wrong_state` when it is not given up. */
export async function retryDeadJob({ actor, id }: { actor: StaffActor; id: number }): Promise<JobLine> {
  if (!(await findJob(id))) throw new AppError('not_found');
  if (!(await retryJob(id))) throw new AppError('wrong_state', { message: '该任务已在重试或已完成' });
  await transaction((t) =>
    writeAudit({ actor, action: 'job.retried', targetKind: 'job', targetId: id, target: `任务 ${id}` }, t),
  );
  const job = await findJob(id);
  if (!job) throw new AppError('not_found');
  return job;
}

async function findJob(id: number): Promise<JobLine | undefined> {
  return (await select(jobLineRow, `SELECT ${COLUMNS} FROM jobs j WHERE j.id = ?`, [id]))[0];
}
