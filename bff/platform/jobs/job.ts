import type { Transaction } from 'sequelize';
import type { JobName } from '../../contract/operations/enums.ts';
import { JOB_PAYLOADS, type JobPayload } from '../../contract/operations/schemas.ts';
import { PermanentFailure } from './permanent-failure.ts';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** One attempt at a job, as its handler sees it. */
export interface JobRun {
  id: number;
  name: string;
  /** 1 on the first attempt. */
  attempt: number;
  maxAttempts: number;
  /** Aborted when the worker stops or the lease was lost: give up, another worker has the job. */
  signal: AbortSignal;
}

/** Does the work. It may be called again for the same payload, even after it succeeded: finished steps are skipped. */
export type JobWork<Payload = JsonObject> = (payload: Payload, run: JobRun) => Promise<void>;

/** A handler that also wants to note, in the transaction that gives a job up, that it was given up. */
export interface JobDefinition<Payload = JsonObject> {
  work: JobWork<Payload>;
  onDead?: (payload: Payload, error: Error, t: Transaction) => Promise<void>;
}

export type JobHandler = JobWork | JobDefinition;
export type JobHandlers = Record<string, JobHandler>;

/** A job that this worker holds. */
export interface ClaimedJob {
  id: number;
  name: string;
  payload: JsonObject;
  attempts: number;
  maxAttempts: number;
  claim: string;
}

/** Channel on which workers hear that a job was committed. */
export const JOBS_CHANNEL = 'jobs';

/**
 * A job of the contract: its handler gets a payload that was read at the edge. A row that cannot be read is given up at
 * once, and nothing is noted about what it was to work on.
 */
export function defineJob<Name extends JobName>(name: Name, job: JobDefinition<JobPayload<Name>>): JobDefinition {
  const read = (payload: JsonObject) => JOB_PAYLOADS[name].safeParse(payload);
  return {
    async work(payload, run) {
      const { data, error } = read(payload);
      if (error) throw new PermanentFailure(`the payload of ${name} cannot be read: ${error.message}`);
      await job.work(data as JobPayload<Name>, run);
    },
    async onDead(payload, error, t) {
      const { success, data } = read(payload);
      if (success) await job.onDead?.(data as JobPayload<Name>, error, t);
    },
  };
}
