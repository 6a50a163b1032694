import { DAY_MS, toShanghaiDate } from '../../contract/dates.ts';
import { LATE_FROM_MONTH } from '../../contract/office-hours/limits.ts';
import { env } from '../../env.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { listAdministrators } from '../accounts/list-colleagues.ts';
import { readLinesOf } from '../audit/read-lines.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { hoursOn } from '../office-hours/calendar.ts';
import { readCalendar } from '../office-hours/read-calendar.ts';
import { unknownYears } from '../office-hours/unknown-years.ts';
import { sendLater } from '../outbox/send-later.ts';

const ACTION = 'office-hours.asked';
const WEEK_DAYS = 7;

/**
 * Mails every administrator that a year's holidays are not known (desk.md, Office hours): every clock of that year can only
 * expect. Of the coming year once in a week of November, on every working day of December; of the running year, of which
 * nobody entered them in time, on every working day until somebody does. The log remembers when.
 */
export async function askForHolidays(): Promise<void> {
  const today = clock.today();
  const calendar = await readCalendar('tickets');
  const [year] = unknownYears(calendar.knownYears, today);
  if (year === undefined || hoursOn(calendar, today) === null) return;
  const isLate = today.startsWith(`${year}-`) || Number(today.slice(5, 7)) >= LATE_FROM_MONTH;
  await transaction(async (t) => {
    const { lines } = await readLinesOf({ targetKind: 'settings', targetId: year, actions: [ACTION] }, t);
    const last = lines.at(-1);
    const again = isLate ? 1 : WEEK_DAYS;
    if (last && toShanghaiDate(last.at + again * DAY_MS) > today) return;
    for (const { name, email } of await listAdministrators(t)) {
      const data = { applicant: name, year: String(year), url: `${env.PUBLIC_URL}/admin/office-hours` };
      await sendLater({ recipient: email, template: 'holidays_unknown', data }, t);
    }
    const line = { action: ACTION, targetKind: 'settings', targetId: year, target: `${year}年节假日` } as const;
    await writeAudit({ actor: null, ...line }, t);
  });
}
