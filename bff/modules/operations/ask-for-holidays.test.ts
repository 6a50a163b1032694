import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { addDays } from '../../contract/dates.ts';
import '../../models.ts';
import { freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { useDatabase } from '../../test/database.ts';
import { makeStaffAccount } from '../../test/factories/registry.ts';
import { installShippedHolidays } from '../office-hours/install-years.ts';
import { OfficeYear } from '../office-hours/model.ts';
import { forgetCalendar } from '../office-hours/read-calendar.ts';
import { replaceYear } from '../office-hours/state-days.ts';
import { Message } from '../outbox/model.ts';
import { askForHolidays } from './ask-for-holidays.ts';

useDatabase();
beforeAll(async () => {
  await installShippedHolidays();
  await makeStaffAccount('chief', 'correct horse 1', ['administrator']);
  await makeStaffAccount('reviewer', 'correct horse 1', ['reviewer']);
});
afterEach(releaseClock);

/** Days on which administrators are asked, with a look at nine every day. */
async function asked(from: string, to: string): Promise<string[]> {
  const days: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    freezeClock(`${date}T09:00:00+08:00`);
    const before = await Message.count({ where: { template: 'holidays_unknown' } });
    await askForHolidays();
    await askForHolidays();
    const mails = await Message.findAll({ where: { template: 'holidays_unknown' }, order: ['id'], offset: before });
    if (mails.length > 0) days.push(date);
    for (const { recipient, data } of mails) expect([recipient, data['year']]).toEqual(['chief@example.com', '2027']);
    expect(mails.length).toBeLessThanOrEqual(1);
  }
  return days;
}

test('administrators are asked for the coming year weekly in November, on every working day of December', async () => {
  expect(await asked('2026-10-20', '2026-12-08')).toEqual([
    '2026-11-02',
    '2026-11-09',
    '2026-11-16',
    '2026-11-23',
    '2026-11-30',
    '2026-12-01',
    '2026-12-02',
    '2026-12-03',
    '2026-12-04',
    '2026-12-07',
    '2026-12-08',
  ]);
});

test('once it is known nobody is asked', async () => {
  const days = [{ date: '2027-10-01', kind: 'off' as const, reason: '国庆节' }];
  await transaction((t) => replaceYear({ year: 2027, days, origin: 'notice', by: '顾清和' }, t));
  forgetCalendar();
  expect(await asked('2026-12-09', '2026-12-10')).toEqual([]);
});

test('the running year that nobody entered in time is asked for on every working day, not on weekends', async () => {
  const known = await OfficeYear.findOne({ where: { year: 2027 }, rejectOnEmpty: true });
  await known.destroy();
  forgetCalendar();
  // 1 January is a Friday: as long as nobody knows, it counts like any other.
  expect(await asked('2027-01-01', '2027-01-05')).toEqual(['2027-01-01', '2027-01-04', '2027-01-05']);
});
