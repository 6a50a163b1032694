import type { Transaction } from 'sequelize';

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
export type JobWork = (payload: JsonObject, run: JobRun) => Promise<void>;

/** A handler that also wants to note, in the transaction that gives a job up, that it was given up. */
export interface JobDefinition {
  work: JobWork;
  onDead?: (payload: JsonObject, error: Error, t: Transaction) => Promise<void>;
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
