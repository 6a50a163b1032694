/** `platform/jobs/enqueue.ts` as it must not be: the job is written after the commit of what it follows. */
import { transaction } from '../../platform/db/database.ts';
import { enqueue as enqueueInside, type EnqueueOptions } from '../../platform/jobs/enqueue.ts';
import type { JsonObject } from '../../platform/jobs/job.ts';

export async function enqueue(name: string, payload: JsonObject, options: EnqueueOptions): Promise<void> {
  options.t.afterCommit(() => transaction((t) => enqueueInside(name, payload, { ...options, t })));
}
