import { z } from 'zod';
import { select, transaction } from '../platform/db/database.ts';
import { writeJob, type EnqueueOptions } from '../platform/jobs/enqueue.ts';
import type { JsonObject } from '../platform/jobs/job.ts';

/** Commits a job by itself. */
export function addJob(name: string, payload: JsonObject = {}, options: Omit<EnqueueOptions, 't'> = {}): Promise<void> {
  return transaction((t) => writeJob(name, payload, { t, ...options }));
}

export interface JobRow {
  id: number;
  name: string;
  /** JSON. */
  payload: string;
  state: string;
  attempts: number;
  runAt: number;
  claim: string | null;
  lastError: string | null;
}

/** Every job, the oldest first. */
export function jobRows(): Promise<JobRow[]> {
  return select(
    z.strictObject({
      id: z.int(),
      name: z.string(),
      payload: z.string(),
      state: z.string(),
      attempts: z.int(),
      runAt: z.int(),
      claim: z.string().nullable(),
      lastError: z.string().nullable(),
    }),
    'SELECT id, name, payload, state, attempts, run_at AS runAt, claim, last_error AS lastError FROM jobs ORDER BY id',
    [],
  );
}
