import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import '../../models.ts';
import { officeHoursEndpoints as hours } from '../../contract/office-hours/endpoints.ts';
import type { OfficeCalendar, OfficeHoursNow } from '../../contract/office-hours/replies.ts';
import { changeEndpoints } from '../../contract/two-person/endpoints.ts';
import { operationsEndpoints } from '../../contract/operations/endpoints.ts';
import { freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { AuditEntry } from '../audit/model.ts';
import { addOpenMinutes } from './calendar.ts';
import { installShippedHolidays } from './install-years.ts';
import { OfficeDay, OfficeYear } from './model.ts';
import { forgetCalendar, readCalendar } from './read-calendar.ts';

useDatabase();
const api = useApi();
beforeAll(installShippedHolidays);
afterEach(releaseClock);

const now = async () => (await api.call(hours.showOfficeHours)).json as unknown as OfficeHoursNow;
const calendarSeen = async (as: string) =>
  (await api.call(hours.showOfficeCalendar, { as })).json as unknown as OfficeCalendar;

/** Of what the office itself has said of a day; 0: nothing. */
const ownVersion = async (as: string, date: string) =>
  (await calendarSeen(as)).days.find((one) => one.date === date && one.origin === 'office')?.version ?? 0;

/** As the notice for 2027 might be. */
const YEAR_2027 = {
  year: 2027,
  holidays: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-03' },
    { name: '春节', from: '2027-02-05', to: '2027-02-11' },
    { name: '清明节', from: '2027-04-03', to: '2027-04-05' },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-05' },
    { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
    { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-07' },
  ],
  workdays: ['2027-02-14', '2027-10-09'],
};

describe('现在可拨打', () => {
  test('the telephone opens half an hour before the desk does in the afternoon', async () => {
    freezeClock('2026-11-30T13:10:00+08:00');
    expect(await now()).toMatchObject({
      telephone: { isOpen: true, words: '工作日 9:00–11:30，13:00–18:00', opensWords: '' },
      service: { isOpen: false, opensWords: '今天 13:30' },
      tickets: { isOpen: false, opensWords: '今天 13:30', changesAt: '2026-11-30T05:30:00.000Z' },
    });
  });

  test('in the holidays it says which, and when work begins', async () => {
    freezeClock('2026-10-03T10:00:00+08:00');
    expect((await now()).telephone).toMatchObject({ isOpen: false, closedFor: '国庆假期', opensWords: '10月8日 9:00' });
  });

  test('in a year of which nobody knows the holidays it says nothing', async () => {
    freezeClock('2027-01-04T10:00:00+08:00');
    expect((await now()).telephone).toMatchObject({ isOpen: null, opensWords: '', closedFor: '' });
    // Nor does it promise the first working day of that year.
    freezeClock('2026-12-31T18:30:00+08:00');
    expect((await now()).telephone).toMatchObject({ isOpen: false, opensWords: '' });
  });
});

describe('a day of the office’s own', () => {
  const date = '2026-12-04';

  test('half a day counts before the weekday, and is taken back', async () => {
    freezeClock('2026-12-04T14:00:00+08:00');
    const as = await staffToken('administrator');
    const body = { version: 0, kind: 'own', periods: [{ from: '09:00', to: '11:30' }], reason: '宪法日活动' };
    expect((await api.call(hours.setOfficeDay, { as, params: { date }, body })).status).toBe(200);
    expect((await now()).telephone.isOpen).toBe(false);
    const { days } = await calendarSeen(as);
    const own = days.find((one) => one.date === date);
    expect(own).toMatchObject({ origin: 'office', kind: 'own' });
    const query = { version: String(own?.version) };
    expect((await api.call(hours.clearOfficeDay, { as, params: { date }, query })).status).toBe(200);
    expect((await now()).telephone.isOpen).toBe(true);
    expect((await api.call(hours.clearOfficeDay, { as, params: { date }, query })).status).toBe(404);
    const log = await AuditEntry.findAll({ where: { target: '办公时间' }, order: ['id'] });
    expect(log.map(({ detail }) => detail)).toEqual([
      '2026-12-04：另定时间 9:00–11:30（宪法日活动）',
      '2026-12-04：取消本会安排',
    ]);
  });

  test('a holiday on which the office works stays a holiday of the State Council', async () => {
    freezeClock('2026-10-01T10:00:00+08:00');
    const as = await staffToken('administrator');
    const params = { date: '2026-10-01' };
    // Of the holiday itself the office has said nothing.
    const { days } = await calendarSeen(as);
    expect(days.filter((one) => one.date === params.date).map(({ version }) => version)).toEqual([0]);
    await api.call(hours.setOfficeDay, { as, params, body: { version: 0, kind: 'on', reason: '值班' } });
    expect((await now()).service.isOpen).toBe(true);
    await api.call(hours.clearOfficeDay, { as, params, query: { version: String(await ownVersion(as, params.date)) } });
    expect((await now()).service).toMatchObject({ isOpen: false, closedFor: '国庆假期' });
  });

  test('is not written over what another administrator has said of it meanwhile, nor taken back', async () => {
    freezeClock('2026-12-01T10:00:00+08:00');
    const [one, other] = [await staffToken('administrator'), await staffToken('administrator')];
    const params = { date: '2026-12-08' };
    const set = (as: string, version: number, reason: string) =>
      api.call(hours.setOfficeDay, { as, params, body: { version, kind: 'off', reason } });
    const clear = (as: string, version: number) =>
      api.call(hours.clearOfficeDay, { as, params, query: { version: String(version) } });
    expect((await set(one, 0, '换届大会')).status).toBe(200);
    // Both had looked before anything was said.
    const late = await set(other, 0, '停电');
    expect([late.status, late.json.error?.code]).toEqual([409, 'changed_meanwhile']);
    const first = await ownVersion(one, params.date);
    expect((await set(other, first, '停电')).status).toBe(200);
    // In the same moment of the clock, too, it is another saying.
    expect((await set(one, first, '换届大会')).status).toBe(409);
    expect((await clear(one, first)).status).toBe(409);
    const { days } = await calendarSeen(one);
    expect(days.find(({ date }) => date === params.date)).toMatchObject({ reason: '停电' });
    expect((await clear(other, await ownVersion(other, params.date))).status).toBe(200);
    expect((await set(one, first, '换届大会')).status).toBe(409);
  });

  test.each([
    ['2027-02-30', { kind: 'off', reason: '例' }, '日期应为真实存在的日期，例如 2026-01-31'],
    ['2026-12-07', { kind: 'own', periods: [{ from: '13:00', to: '11:30' }], reason: '例' }, '结束时间应晚于开始时间'],
    ['2026-12-07', { kind: 'off', periods: [{ from: '09:00', to: '10:00' }], reason: '例' }, '放假或上班的不填'],
    ['2026-12-07', { kind: 'off', reason: '' }, '请填写原因'],
  ])('%s %j is refused in words', async (date, body, said) => {
    const as = await staffToken('administrator');
    const answer = await api.call(hours.setOfficeDay, { as, params: { date }, body: { version: 0, ...body } });
    expect(answer.status).toBeGreaterThanOrEqual(404);
    if (answer.status === 422) expect(JSON.stringify(answer.json.error?.fields)).toContain(said);
  });
});

describe('hours of a working day', () => {
  test('another administrator’s newer ones are not written over; what changed is in the log', async () => {
    const as = await staffToken('administrator');
    const { hours: seen } = await calendarSeen(as);
    const body = { ...seen, tickets: [{ from: '08:30', to: '17:00' }] };
    expect((await api.call(hours.updateOfficeHours, { as, body })).status).toBe(200);
    expect((await api.call(hours.updateOfficeHours, { as, body })).status).toBe(409);
    const [line] = await AuditEntry.findAll({ order: [['id', 'DESC']], limit: 1 });
    expect(line?.detail).toBe('工单：与在线客服相同→8:30–17:00');
    freezeClock('2026-11-30T08:45:00+08:00');
    expect(await now()).toMatchObject({ tickets: { isOpen: true }, service: { isOpen: false } });
    releaseClock();
    const { version } = (await calendarSeen(as)).hours;
    await api.call(hours.updateOfficeHours, { as, body: { ...seen, version } });
  });
});

describe('the coming year', () => {
  test('waits for administrators from November on, until two of them have entered the notice', async () => {
    freezeClock('2026-12-01T09:30:00+08:00');
    const [first, second] = [await staffToken('administrator'), await staffToken('administrator')];
    const waits = async () => (await api.call(operationsEndpoints.showWaiting, { as: first })).json['holidays'];
    expect((await calendarSeen(first)).nextYear).toEqual({ year: 2027, state: 'late' });
    expect(await waits()).toBe(1);
    const late = addOpenMinutes(await readCalendar('tickets'), Date.parse('2026-12-31T17:00:00+08:00'), 120);
    expect(late.isExpected).toBe(true);

    const { waiting } = (await api.call(hours.proposeOfficeYear, { as: first, body: YEAR_2027 })).json as unknown as {
      waiting: { id: number };
    };
    const params = { id: waiting.id };
    // Nobody is his or her own second person, and nothing is known before.
    expect((await api.call(changeEndpoints.confirmChange, { as: first, params })).status).toBe(403);
    expect(await waits()).toBe(1);
    expect((await api.call(changeEndpoints.confirmChange, { as: second, params })).status).toBe(200);
    expect(await waits()).toBe(0);
    expect((await calendarSeen(first)).nextYear).toEqual({ year: 2027, state: 'known' });
    const due = addOpenMinutes(await readCalendar('tickets'), Date.parse('2026-12-31T17:00:00+08:00'), 120);
    expect(due).toEqual({ at: Date.parse('2027-01-04T10:00:00+08:00'), isExpected: false });
  });

  test('that began unknown is asked for all the more, and from November on the next one with it', async () => {
    for (const [day, nextYear, waiting] of [
      ['2027-10-29', { year: 2028, state: 'quiet' }, 0],
      ['2028-01-03', { year: 2028, state: 'late' }, 1],
      ['2028-11-01', { year: 2028, state: 'late' }, 2],
    ] as const) {
      freezeClock(`${day}T09:30:00+08:00`);
      const as = await staffToken('administrator');
      const { holidays } = (await api.call(operationsEndpoints.showWaiting, { as })).json;
      expect([day, (await calendarSeen(as)).nextYear, holidays]).toEqual([day, nextYear, waiting]);
    }
  });

  test('a list that was asked for on another one is not taken over', async () => {
    const [first, second] = [await staffToken('administrator'), await staffToken('administrator')];
    const ask = async (workdays: string[]) =>
      (
        (await api.call(hours.proposeOfficeYear, { as: first, body: { ...YEAR_2027, workdays } })).json as unknown as {
          waiting: { id: number };
        }
      ).waiting.id;
    const [one, other] = [await ask(['2027-02-14']), await ask(['2027-10-09'])];
    expect((await api.call(changeEndpoints.confirmChange, { as: second, params: { id: one } })).status).toBe(200);
    const late = await api.call(changeEndpoints.confirmChange, { as: second, params: { id: other } });
    expect([late.status, late.json.error?.code]).toEqual([409, 'changed_meanwhile']);
    expect(await OfficeDay.count({ where: { onDate: '2027-10-09' } })).toBe(0);
  });

  test('a new package does not write over what was entered, and mends what a package had wrong', async () => {
    await OfficeDay.destroy({ where: { onDate: '2026-10-01' } });
    await OfficeYear.update({ fingerprint: 'other' }, { where: { year: 2026 } });
    await installShippedHolidays();
    forgetCalendar();
    expect(await OfficeDay.count({ where: { onDate: '2026-10-01', kind: 'off' } })).toBe(1);
    expect((await OfficeYear.findOne({ where: { year: 2027 } }))?.origin).toBe('notice');
  });

  test.each([
    [{ ...YEAR_2027, holidays: YEAR_2027.holidays.slice(1) }, '还缺元旦，请对照放假通知补充'],
    [{ ...YEAR_2027, workdays: ['2027-10-02'] }, '10月2日同时设为放假与上班'],
    [{ ...YEAR_2027, workdays: ['2027-03-01'] }, '3月1日不是周末，本来就上班'],
    [{ ...YEAR_2027, workdays: ['2027-02-30'] }, '2027-02-30：日期不存在'],
    [{ ...YEAR_2027, year: 2028 }, '元旦：请核对日期'],
  ])('a list that cannot be right is refused in words', async (body, said) => {
    const as = await staffToken('administrator');
    const answer = await api.call(hours.proposeOfficeYear, { as, body });
    expect([answer.status, Object.values(answer.json.error?.fields ?? {})]).toEqual([422, [said]]);
  });
});
