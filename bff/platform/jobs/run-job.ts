import { env } from '../../env.ts';
import { AppError } from '../../errors.ts';
import { clock } from '../clock/clock.ts';
import { transaction } from '../db/database.ts';
import { log } from '../log/log.ts';
import { isError, serialiseError } from '../log/serialise.ts';
import { observeJob, type JobOutcome } from '../metrics/metrics.ts';
import { bury, finish, postpone, renewLease, retryLater } from './claim.ts';
import type { ClaimedJob, JobDefinition, JobHandler } from './job.ts';
import { PermanentFailure } from './permanent-failure.ts';
import { Postponed } from './postponed.ts';

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 30 * 60_000;
/** Enough for the message and the lines of the stack that are ours. */
const ERROR_LENGTH = 2_000;

/** Pause before the next attempt, ms: 1 s, 2 s, 4 s … up to half an hour, each up to a fifth longer by chance. */
export function retryDelay(attempt: number): number {
  const delay = Math.min(FIRST_DELAY_MS * 2 ** (attempt - 1), LONGEST_DELAY_MS);
  return Math.round(delay * (1 + Math.random() * 0.2));
}

/** Works on a claimed job, renewing its lease meanwhile, and notes how it went. Rejects only when it cannot note it. */
export async function runJob(handler: JobHandler, job: ClaimedJob): Promise<JobOutcome> {
  const definition: JobDefinition = typeof handler === 'function' ? { work: handler } : handler;
  const started = performance.now();
  const outcome = await attempt(definition, job);
  observeJob({ name: job.name, outcome, seconds: (performance.now() - started) / 1_000 });
  return outcome;
}

async function attempt(definition: JobDefinition, job: ClaimedJob): Promise<JobOutcome> {
  // Only a worker that died leaves a job behind that has used up its attempts.
  if (job.attempts > job.maxAttempts) {
    return giveUp(definition, job, new Error(`the worker died or lost the job on each of ${job.maxAttempts} attempts`));
  }
  const lease = keepLease(job);
  try {
    await definition.work(job.payload, {
      id: job.id,
      name: job.name,
      attempt: job.attempts,
      maxAttempts: job.maxAttempts,
      signal: lease.signal,
    });
    return heldOn(job, await finish(job), 'done');
  } catch (thrown) {
    const error = isError(thrown) ? thrown : new Error(String(thrown));
    if (error instanceof Postponed) return await wait(job, error);
    const last = error instanceof PermanentFailure || job.attempts >= job.maxAttempts;
    return last ? await giveUp(definition, job, error) : await tryAgain(job, error);
  } finally {
    lease.release();
  }
}

async function wait(job: ClaimedJob, { message, pauseMs }: Postponed): Promise<JobOutcome> {
  log.warn({ job: job.name, jobId: job.id, why: message }, 'job waits');
  return heldOn(job, await postpone(job, clock.now() + pauseMs, message), 'waiting');
}

async function tryAgain(job: ClaimedJob, error: Error): Promise<JobOutcome> {
  log.warn({ job: job.name, jobId: job.id, attempt: job.attempts, err: error }, 'job failed, will be tried again');
  return heldOn(job, await retryLater(job, clock.now() + retryDelay(job.attempts), describe(error)), 'retry');
}

async function giveUp(definition: JobDefinition, job: ClaimedJob, error: Error): Promise<JobOutcome> {
  log.error({ job: job.name, jobId: job.id, attempt: job.attempts, err: error }, 'job given up');
  const held = await transaction(async (t) => {
    const buried = await bury(job, describe(error), t);
    if (buried) await definition.onDead?.(job.payload, error, t);
    return buried;
  });
  return heldOn(job, held, 'dead');
}

function heldOn(job: ClaimedJob, held: boolean, outcome: JobOutcome): JobOutcome {
  if (held) return outcome;
  log.warn({ job: job.name, jobId: job.id, attempt: job.attempts }, 'job was lost to another worker meanwhile');
  return 'lost';
}

/** Renews the lease until released; the signal aborts once the job is no longer ours. */
function keepLease(job: ClaimedJob): { signal: AbortSignal; release(): void } {
  const lost = new AbortController();
  const leaseMs = env.JOB_LEASE_MS;
  let heldUntil = clock.now() + leaseMs;
  const beat = async () => {
    try {
      const renewedAt = clock.now();
      if (await renewLease(job, leaseMs)) heldUntil = renewedAt + leaseMs;
      else lost.abort(new Error('another worker has this job'));
    } catch (error) {
      log.warn({ jobId: job.id, err: error }, 'lease not renewed');
      if (clock.now() > heldUntil) lost.abort(new Error('the lease ran out'));
    }
  };
  const timer = setInterval(() => void beat(), leaseMs / 3);
  return { signal: lost.signal, release: () => clearInterval(timer) };
}

function describe(error: Error): string {
  const { type, message, stack } = serialiseError(error);
  return textOf(error, { type, message, stack }).replaceAll('\0', '').slice(0, ERROR_LENGTH);
}

/** A defect with the lines where it is; what somebody put into words, in those words. */
function textOf(error: Error, { type, message, stack }: ReturnType<typeof serialiseError>): string {
  if (error instanceof PermanentFailure) return message;
  if (!(error instanceof AppError)) return stack ?? `${type}: ${message}`;
  return `${error.code}: ${message}${error.fields ? ` ${JSON.stringify(error.fields)}` : ''}`;
}
