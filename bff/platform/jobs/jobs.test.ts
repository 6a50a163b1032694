import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { AppError } from '../../errors.ts';
import { useDatabase } from '../../test/database.ts';
import { addJob as add, jobRows as rows } from '../../test/jobs.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../clock/clock.ts';
import { transaction } from '../db/database.ts';
import { bury, claimDueJobs, deleteDoneBefore, finish, renewLease, retryLater, update } from './claim.ts';
import { listDeadJobs, retryJob } from './dead-jobs.ts';
import { writeJob } from './enqueue.ts';
import { defineJob, type JobRun, type JsonObject } from './job.ts';
import { PermanentFailure } from './permanent-failure.ts';
import { retryDelay } from './run-job.ts';
import { runDueJobs } from './worker.ts';

const LEASE_MS = 30_000;

useDatabase();
beforeEach(() => freezeClock('2026-11-22T09:00:00+08:00'));
afterEach(async () => {
  releaseClock();
  await update('DELETE FROM jobs', []);
});

const claimOne = async (name: string) => {
  const [job] = await claimDueJobs([name], 1, LEASE_MS);
  if (!job) throw new Error('nothing was due');
  return job;
};

describe('enqueue', () => {
  test('a job is committed with the business write, or not at all', async () => {
    const failed = transaction(async (t) => {
      await writeJob('issue', { id: 1 }, { t });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await rows()).toEqual([]);
    await add('issue', { id: 2, 名: "律'师" });
    const work = jest.fn(async (_payload: JsonObject) => undefined);
    expect(await runDueJobs({ issue: work })).toBe(1);
    expect(work.mock.calls[0]?.[0]).toEqual({ id: 2, 名: "律'师" });
  });

  test('the same key is written once, from many transactions at once too; without one every time', async () => {
    await Promise.all(Array.from({ length: 20 }, () => add('issue', {}, { dedupeKey: 'issue:1' })));
    await add('issue', {}, { dedupeKey: 'issue:2' });
    expect(await rows()).toHaveLength(2);
    await add('issue');
    await add('issue');
    expect(await rows()).toHaveLength(4);
  });

  test('a job that is already done is not written again under its key', async () => {
    await add('issue', {}, { dedupeKey: 'issue:1' });
    await runDueJobs({ issue: async () => undefined });
    await add('issue', {}, { dedupeKey: 'issue:1' });
    expect(await rows()).toHaveLength(1);
  });

  test('a job for later waits', async () => {
    await add('remind', {}, { runAt: clock.now() + 1_000 });
    const work = jest.fn(async () => undefined);
    await runDueJobs({ remind: work });
    expect(work).not.toHaveBeenCalled();
    advanceClock(1_000);
    await runDueJobs({ remind: work });
    expect(work).toHaveBeenCalledTimes(1);
  });
});

describe('claim', () => {
  test('many workers at once never get the same job', async () => {
    for (let n = 0; n < 30; n++) await add('issue', { n });
    const taken: number[] = [];
    const worker = async () => {
      for (let idle = 0; idle < 20; idle++) {
        const jobs = await claimDueJobs(['issue'], 3, LEASE_MS);
        taken.push(...jobs.map((job) => job.id));
        if (jobs.length > 0) idle = 0;
      }
    };
    await Promise.all([worker(), worker(), worker(), worker()]);
    expect(taken).toHaveLength(30);
    expect(new Set(taken).size).toBe(30);
  });

  test('takes only names it has a handler for', async () => {
    await add('of a newer version');
    expect(await claimDueJobs(['issue'], 5, LEASE_MS)).toEqual([]);
    expect(await runDueJobs({})).toBe(0);
  });

  test('a held job is nobody else’s until its lease is over, and renewing moves that', async () => {
    await add('issue');
    const job = await claimOne('issue');
    advanceClock(LEASE_MS - 1);
    expect(await claimDueJobs(['issue'], 1, LEASE_MS)).toEqual([]);
    expect(await renewLease(job, LEASE_MS)).toBe(true);
    advanceClock(LEASE_MS - 1);
    expect(await claimDueJobs(['issue'], 1, LEASE_MS)).toEqual([]);
    advanceClock(1);
    expect((await claimOne('issue')).attempts).toBe(2);
  });

  test('whoever lost a job can no longer finish, renew, return or bury it', async () => {
    await add('issue');
    const first = await claimOne('issue');
    advanceClock(LEASE_MS);
    const second = await claimOne('issue');
    expect(await finish(first)).toBe(false);
    expect(await renewLease(first, LEASE_MS)).toBe(false);
    expect(await retryLater(first, 0, '')).toBe(false);
    expect(await transaction((t) => bury(first, '', t))).toBe(false);
    // The control: the same call by the holder goes through.
    expect(await finish(second)).toBe(true);
    expect((await rows())[0]).toMatchObject({ state: 'done', claim: null });
  });
});

describe('outcomes', () => {
  test('an error is tried again, later each time, then the job is dead with the error kept', async () => {
    await add('issue', {}, { maxAttempts: 3 });
    const work = jest.fn(async (_payload: JsonObject, _run: JobRun) => {
      throw new Error('printer on fire');
    });
    await runDueJobs({ issue: work });
    const [row] = await rows();
    expect(row).toMatchObject({ state: 'ready', attempts: 1, claim: null });
    expect(row?.lastError).toContain('printer on fire');
    expect(row?.runAt).toBeGreaterThanOrEqual(clock.now() + 1_000);
    for (let n = 0; n < 5; n++) {
      advanceClock(10_000);
      await runDueJobs({ issue: work });
    }
    expect(work.mock.calls.map(([, run]) => run.attempt)).toEqual([1, 2, 3]);
    expect((await rows())[0]).toMatchObject({ state: 'dead', attempts: 3 });
  });

  test('a PermanentFailure ends the job at once and the module can note it in the same transaction', async () => {
    await add('issue', { id: 7 });
    const onDead = jest.fn(async (_payload: JsonObject, _error: Error, t: Parameters<typeof bury>[2]) =>
      writeJob('told', {}, { t }),
    );
    const work = async () => {
      throw new PermanentFailure('withdrawn for ever');
    };
    expect(await runDueJobs({ issue: { work, onDead } })).toBe(1);
    expect(onDead.mock.calls[0]?.[0]).toEqual({ id: 7 });
    expect((await rows()).map((row) => row.state)).toEqual(['dead', 'ready']);
    expect((await rows())[0]?.lastError).toBe('withdrawn for ever');
  });

  test('what an act refuses (AppError) may be granted later: the job is tried again like after any error', async () => {
    await add('issue', { id: 7 });
    let isLocked = true;
    const work = async () => {
      if (isLocked) throw new AppError('wrong_state', { fields: { id: 'locked' } });
    };
    await runDueJobs({ issue: work });
    const [row] = await rows();
    expect(row).toMatchObject({ state: 'ready', attempts: 1 });
    expect(row?.lastError).toMatch(/^wrong_state: .*locked/);
    isLocked = false;
    advanceClock(10_000);
    await runDueJobs({ issue: work });
    expect((await rows())[0]).toMatchObject({ state: 'done', attempts: 2, lastError: null });
  });

  test('when noting it fails the job is not buried and comes again', async () => {
    await add('issue');
    const work = async () => {
      throw new PermanentFailure('no');
    };
    const onDead = async () => {
      throw new Error('no');
    };
    await expect(runDueJobs({ issue: { work, onDead } })).rejects.toThrow('no');
    expect((await rows())[0]).toMatchObject({ state: 'ready', attempts: 1 });
    advanceClock(LEASE_MS);
    expect(await claimOne('issue')).toMatchObject({ attempts: 2 });
  });

  test('personal numbers in an error are not kept', async () => {
    await add('issue');
    await runDueJobs({
      issue: async () => {
        throw new Error("Duplicate entry '11010519491231002X' for key");
      },
    });
    const kept = (await rows())[0]?.lastError;
    expect(kept).toContain('Duplicate entry');
    expect(kept).not.toContain('11010519491231002X');
  });

  test('pauses double up to half an hour', () => {
    const within = (attempt: number, ms: number) => {
      const delay = retryDelay(attempt);
      expect(delay).toBeGreaterThanOrEqual(ms);
      expect(delay).toBeLessThanOrEqual(ms * 1.2);
    };
    within(1, 1_000);
    within(4, 8_000);
    within(30, 1_800_000);
  });

  test('done jobs are swept after their time, dead ones stay', async () => {
    await add('fine');
    await add('bad');
    await runDueJobs({
      async fine() {},
      async bad() {
        throw new PermanentFailure('not found');
      },
    });
    expect(await deleteDoneBefore(clock.now())).toBe(0);
    expect(await deleteDoneBefore(clock.now() + 1)).toBe(1);
    expect((await rows()).map((row) => row.state)).toEqual(['dead']);
  });
});

describe('dead jobs', () => {
  test('are listed page by page and can be tried again', async () => {
    for (let n = 0; n < 3; n++) await add('bad', { n });
    await runDueJobs({
      async bad() {
        throw new PermanentFailure('not found');
      },
    });
    const first = await listDeadJobs({ limit: 2 });
    expect(first.map((job) => job.payload)).toEqual([{ n: 2 }, { n: 1 }]);
    const [job] = await listDeadJobs({ limit: 2, beforeId: first[1]?.id ?? 0 });
    expect(job).toMatchObject({ name: 'bad', payload: { n: 0 }, attempts: 1, diedAt: clock.now() });
    expect(await retryJob(job?.id ?? 0)).toBe(true);
    expect(await retryJob(job?.id ?? 0)).toBe(false);
    expect(await runDueJobs({ bad: async () => undefined })).toBe(1);
    expect(await listDeadJobs({ limit: 9 })).toHaveLength(2);
  });
});

describe('a job of the contract', () => {
  test('gets its payload read; a row of before texts were known goes by mail', async () => {
    const work = jest.fn(async (_payload: object) => undefined);
    await add('send-reset-code', { accountId: 7 });
    await runDueJobs({ 'send-reset-code': defineJob('send-reset-code', { work }) });
    expect(work.mock.calls[0]?.[0]).toEqual({ accountId: 7, by: 'email', isOwner: false });
  });

  test('whose payload cannot be read is given up at once, and notes nothing about what it does not know', async () => {
    const work = jest.fn(async () => undefined);
    const onDead = jest.fn(async () => undefined);
    await add('issue-certificate', { certificateId: 'seven' });
    await runDueJobs({ 'issue-certificate': defineJob('issue-certificate', { work, onDead }) });
    expect(work).not.toHaveBeenCalled();
    expect(onDead).not.toHaveBeenCalled();
    const [job] = await rows();
    expect(job).toMatchObject({ state: 'dead', attempts: 1 });
    expect(job?.lastError).toContain('issue-certificate cannot be read');
  });
});
