import { DAY_MS } from '../../contract/dates.ts';
import { env } from '../../env.ts';
import { clock } from '../clock/clock.ts';
import { kv } from '../kv/kv.ts';
import { log } from '../log/log.ts';
import { observeDueJobs } from '../metrics/metrics.ts';
import { claimDueJobs, countDueJobs, deleteDoneBefore } from './claim.ts';
import { JOBS_CHANNEL, type JobHandlers } from './job.ts';
import { runJob } from './run-job.ts';

const KEEP_DONE_MS = 7 * DAY_MS;
const HOUSEKEEPING_EVERY_MS = 10 * 60_000;
const SUBSCRIBE_AGAIN_MS = 10_000;
/** How long a worker that stops waits for what it is working on, ms: less than an orchestrator waits before SIGKILL. */
const STOP_WITHIN_MS = 20_000;

export interface Worker {
  /** Claims nothing more, waits for running jobs; what takes too long is left to its lease. */
  stop(): Promise<void>;
}

/** Works on due jobs, up to JOB_CONCURRENCY at the same time, until stopped. */
export function startWorker(handlers: JobHandlers): Worker {
  const names = Object.keys(handlers);
  const running = new Set<Promise<void>>();
  const bell = doorbell();
  let stopping = false;

  const work = async (): Promise<void> => {
    while (!stopping) {
      const free = env.JOB_CONCURRENCY - running.size;
      const jobs = free > 0 ? await claimed(names, free) : [];
      for (const job of jobs) {
        const handler = handlers[job.name];
        if (!handler) continue; // cannot be: only these names are claimed
        const run: Promise<void> = runJob(handler, job)
          .then(
            () => undefined,
            (error: unknown) => log.error({ err: error, jobId: job.id }, 'could not note how a job went'),
          )
          .finally(() => {
            running.delete(run);
            bell.ring();
          });
        running.add(run);
      }
      // A full hand means that more may be due already.
      if (jobs.length < free || running.size >= env.JOB_CONCURRENCY) await bell.within(env.JOB_POLL_MS);
    }
  };
  const done = work();
  const unsubscribe = listen(bell.ring);
  const housekeeping = setInterval(() => void keepHouse(names), HOUSEKEEPING_EVERY_MS);
  void keepHouse(names);

  return {
    async stop() {
      stopping = true;
      clearInterval(housekeeping);
      bell.ring();
      await unsubscribe();
      await done;
      const late = doorbell();
      await Promise.race([Promise.all(running), late.within(STOP_WITHIN_MS)]);
      late.ring();
    },
  };
}

/** Works on everything that is due, one after the other, until nothing is; returns the number of attempts. For tests. */
export async function runDueJobs(handlers: JobHandlers): Promise<number> {
  const names = Object.keys(handlers);
  for (let attempts = 0; ; attempts++) {
    const [job] = await claimDueJobs(names, 1, env.JOB_LEASE_MS);
    const handler = job && handlers[job.name];
    if (!handler) return attempts;
    await runJob(handler, job);
  }
}

async function claimed(names: string[], count: number) {
  try {
    return await claimDueJobs(names, count, env.JOB_LEASE_MS);
  } catch (error) {
    log.error({ err: error }, 'no jobs could be claimed');
    return [];
  }
}

async function keepHouse(names: string[]): Promise<void> {
  try {
    await deleteDoneBefore(clock.now() - KEEP_DONE_MS);
    observeDueJobs(await countDueJobs(names));
  } catch (error) {
    log.warn({ err: error }, 'done jobs were not swept');
  }
}

/** Rings when another process commits a job; keeps trying to subscribe. Returns the way to stop. */
function listen(ring: () => void): () => Promise<void> {
  let again: NodeJS.Timeout | undefined;
  let stopped = false;
  let unsubscribe: (() => Promise<void>) | undefined;
  const subscribe = async (): Promise<void> => {
    try {
      unsubscribe = await kv.subscribe(JOBS_CHANNEL, ring);
    } catch (error) {
      log.warn({ err: error }, 'cannot hear of new jobs, looking for them instead');
      if (!stopped) again = setTimeout(tryAgain, SUBSCRIBE_AGAIN_MS);
    }
  };
  const tryAgain = (): void => {
    subscribed = subscribe();
  };
  let subscribed = subscribe();
  return async () => {
    stopped = true;
    clearTimeout(again);
    await subscribed;
    await unsubscribe?.().catch((error: unknown) => log.warn({ err: error }, 'not unsubscribed'));
  };
}

/** Lets a loop sleep until it is rung for; a ring while it is awake is not lost. */
function doorbell(): { ring(): void; within(ms: number): Promise<void> } {
  let rung = false;
  let open: (() => void) | undefined;
  return {
    ring() {
      rung = true;
      open?.();
    },
    async within(ms) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          open = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rung = false;
      open = undefined;
    },
  };
}
