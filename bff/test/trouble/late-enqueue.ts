/** `platform/jobs/enqueue.ts` as it must not be: the job is written after the commit of what it follows. */
import { transaction } from '../../platform/db/database.ts';
import { writeJob, type EnqueueOptions } from '../../platform/jobs/enqueue.ts';

export async function enqueue(name: string, payload: object, options: EnqueueOptions): Promise<void> {
  options.t.afterCommit(() => transaction((t) => writeJob(name, payload, { ...options, t })));
}
