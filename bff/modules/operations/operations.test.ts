import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { operationsEndpoints, type DeskReply } from '../../contract/operations/endpoints.ts';
import { certificateEndpoints } from '../../contract/certificates/endpoints.ts';
import { addDays, weekdayOf } from '../../contract/dates.ts';
import { advanceClock, clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { database } from '../../platform/db/database.ts';
import { PermanentFailure } from '../../platform/jobs/permanent-failure.ts';
import { runDueJobs } from '../../platform/jobs/worker.ts';
import { useApi } from '../../test/api.ts';
import { approve, submit } from '../../test/factories/certificate.ts';
import { addJob } from '../../test/jobs.ts';
import { doDueWork, useOffice } from '../../test/office.ts';
import { makeFirm, memberActor } from '../../test/factories/registry.ts';
import { seenJobs, staffToken } from '../../test/trouble/trouble.ts';
import { AuditEntry } from '../audit/model.ts';

useOffice();
const api = useApi();
// A day to come: the test CA signs nothing that was decided before it was made.
const TODAY = addDays(clock.today(), 20);
const day = (n: number) => addDays(TODAY, n);
const MORNING = `${TODAY}T10:00:00+08:00`;

let staff = '';
beforeEach(async () => {
  for (const table of ['messages', 'application_lawyers', 'timeline_entries', 'certificates', 'applications', 'jobs']) {
    await database.sequelize.query(`DELETE FROM ${table}`);
  }
  freezeClock(MORNING);
  staff = await staffToken('reviewer');
});
afterEach(releaseClock);

const overview = async () =>
  (await api.call(operationsEndpoints.showOverview, { as: await staffToken('service') })).json;
const other = { type: 'firm-other', since: undefined, freeText: '内容' };

describe('the numbers of 工作台', () => {
  test('an empty association has zeros, and no averages of nothing', async () => {
    expect(await overview()).toMatchObject({
      overdue: 0,
      submittedToday: 0,
      issuedToday: 0,
      failedJobs: 0,
      automaticShare: null,
      usual: null,
    });
  });

  test('what waits for more than a working day is overdue; a weekend is none', async () => {
    const friday = addDays(TODAY, (12 - weekdayOf(TODAY)) % 7);
    const actor = await memberActor({ firmId: (await makeFirm()).id });
    freezeClock(`${friday}T15:00:00+08:00`);
    const { id } = await submit(actor, other);
    const seenAt = async (date: string, time: string) => {
      freezeClock(`${date}T${time}:00+08:00`);
      const as = await staffToken('reviewer');
      const { items } = (await api.call(certificateEndpoints.listQueue, { as })).json as unknown as {
        items: { id: number; isOverdue: boolean }[];
      };
      const { overdue } = await overview();
      const late = await api.call(certificateEndpoints.listQueue, { as, query: { waited: 'overdue' } });
      expect((late.json['items'] as { id: number }[]).map((row) => row.id)).toEqual(overdue === 0 ? [] : [id]);
      const desk = (await api.call(operationsEndpoints.showDesk, { as })).json as DeskReply;
      expect(desk.applications).toMatchObject({
        overdue,
        oldestAt: new Date(`${friday}T15:00:00+08:00`).toISOString(),
      });
      return [overdue, items.find((row) => row.id === id)?.isOverdue];
    };
    const [saturday, monday] = [addDays(friday, 1), addDays(friday, 3)];
    expect(await seenAt(saturday, '16:00')).toEqual([0, false]);
    expect(await seenAt(monday, '15:00')).toEqual([0, false]);
    expect(await seenAt(monday, '15:01')).toEqual([1, true]);
  });

  test('today begins at midnight in Shanghai', async () => {
    const actor = await memberActor({ firmId: (await makeFirm()).id });
    freezeClock(`${day(-2)}T23:59:00+08:00`);
    await submit(actor, other);
    freezeClock(`${day(-1)}T23:59:59.999+08:00`);
    await submit(actor);
    await doDueWork();
    freezeClock(`${TODAY}T00:00:00+08:00`);
    await submit(actor);
    await doDueWork();
    await submit(actor, other);
    const numbers = await overview();
    expect(numbers).toMatchObject({ submittedToday: 2, issuedToday: 1, automaticShare: 100 });
    const perDay = numbers['perDay'] as { date: string; submitted: number }[];
    expect(perDay).toHaveLength(14);
    expect(perDay.slice(-3)).toEqual([
      { date: day(-2), submitted: 1 },
      { date: day(-1), submitted: 1 },
      { date: TODAY, submitted: 2 },
    ]);
    expect(perDay[0]).toEqual({ date: day(-13), submitted: 0 });
  });

  test('the share of automatic decisions and the usual wait for a person, as members are told', async () => {
    const actor = await memberActor({ firmId: (await makeFirm()).id });
    await submit(actor);
    expect(await overview()).toMatchObject({ usual: null });
    for (let n = 0; n < 19; n++) await approve((await submit(actor, other)).id);
    // What is known is kept for five minutes.
    advanceClock(10 * 60_000);
    expect(await overview()).toMatchObject({ automaticShare: 5, usual: { minutes: 0, workdayMinutes: 420 } });
  });
});

describe('background work that needs a look', () => {
  const failing = { hopeless: async () => Promise.reject(new PermanentFailure('坏模板')) };
  const flaky = { flaky: async () => Promise.reject(new Error('disk is full')) };

  test('what was given up; what is being tried again; never what merely waits', async () => {
    await addJob('hopeless', { certificateId: 7 });
    await addJob('flaky');
    await addJob('waiting');
    await runDueJobs({ ...failing, ...flaky });
    expect(await seenJobs(api, staff, 'dead')).toMatchObject([
      { name: 'hopeless', attempts: 1, lastError: '坏模板', payload: { certificateId: 7 } },
    ]);
    expect((await seenJobs(api, staff, 'ready')).map(({ name }) => name)).toEqual(['flaky']);
    expect(await overview()).toMatchObject({ failedJobs: 1 });
  });

  test('trying again is possible once, is done, and is written down with who did it', async () => {
    await addJob('hopeless');
    await runDueJobs(failing);
    const [job] = await seenJobs(api, staff, 'dead');
    const retry = () => api.call(operationsEndpoints.retryJob, { as: staff, params: { id: job!.id } });
    const answers = await Promise.all([retry(), retry(), retry()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await AuditEntry.count({ where: { action: 'job.retried', targetId: job!.id } })).toBe(1);
    let runs = 0;
    await runDueJobs({ hopeless: async () => void runs++ });
    expect(runs).toBe(1);
    expect(await seenJobs(api, staff, 'dead')).toEqual([]);
    expect((await retry()).status).toBe(409);
  });

  test('page by page, the latest first', async () => {
    for (let n = 0; n < 5; n++) await addJob('hopeless', { n });
    await runDueJobs(failing);
    const first = (await api.call(operationsEndpoints.listJobs, { as: staff, query: { limit: '3' } })).json;
    expect((first['items'] as { payload: { n: number } }[]).map(({ payload }) => payload.n)).toEqual([4, 3, 2]);
    const cursor = String(first['next']);
    const rest = (await api.call(operationsEndpoints.listJobs, { as: staff, query: { limit: '3', cursor } })).json;
    expect((rest['items'] as { payload: { n: number } }[]).map(({ payload }) => payload.n)).toEqual([1, 0]);
    expect(rest).toMatchObject({ next: null, total: 5 });
    expect(clock.now()).toBe(Date.parse(MORNING));
  });
});
