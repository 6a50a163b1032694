import { SYSTEM } from '../../actor.ts';
import { transaction } from '../../platform/db/database.ts';
import { lockSetting } from '../settings/lock-setting.ts';
import { OfficeYear } from './model.ts';
import { forgetCalendar, OFFICE_HOURS } from './read-calendar.ts';
import { readShippedYears } from './shipped-years.ts';
import { fingerprintOf, replaceYear } from './state-days.ts';

/** Takes over the years that the program ships, new ones and mended ones; what staff have entered from a notice stays. */
export async function installShippedHolidays(): Promise<void> {
  const shipped = await readShippedYears();
  await transaction(async (t) => {
    await lockSetting(OFFICE_HOURS, t);
    const known = new Map((await OfficeYear.findAll({ transaction: t })).map((row) => [Number(row.year), row]));
    for (const [year, days] of shipped) {
      const row = known.get(year);
      if (row?.origin === 'notice' || row?.fingerprint === fingerprintOf(days)) continue;
      await replaceYear({ year, days, origin: 'package', by: SYSTEM }, t);
    }
  });
  forgetCalendar();
}
