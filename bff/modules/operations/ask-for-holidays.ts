import { DAY_MS, shanghaiYear, toShanghaiDate } from '../../contract/dates.ts';
import { env } from '../../env.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { listAdministrators } from '../accounts/list-colleagues.ts';
import { readLinesOf } from '../audit/read-lines.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { isWorkingDay } from '../office-hours/calendar.ts';
import { readCalendar } from '../office-hours/read-calendar.ts';
import { sendLater } from '../outbox/send-later.ts';

const ACTION = 'office-hours.asked';
/** The coming year is asked for from this month on, a week after the last time; from the last one on, every working day. */
const FIRST_MONTH = 11;
const LAST_MONTH = 12;
const WEEK_DAYS = 7;

/**
 * Mails every administrator that the coming year's holidays are not known (desk.md, Office hours): every clock of that year
 * can only expect. Once in a week of November, on every working day of December, as the log remembers.
 */
export async function askForHolidays(): Promise<void> {
  const now = clock.now();
  const today = clock.today();
  const year = shanghaiYear(now) + 1;
  const month = Number(today.slice(5, 7));
  const calendar = await readCalendar('tickets');
  if (month < FIRST_MONTH || calendar.knownYears.has(year) || isWorkingDay(calendar, today) === false) return;
  await transaction(async (t) => {
    const { lines } = await readLinesOf({ targetKind: 'settings', targetId: year, actions: [ACTION] }, t);
    const last = lines.at(-1);
    const again = month === LAST_MONTH ? 1 : WEEK_DAYS;
    if (last && toShanghaiDate(last.at + again * DAY_MS) > today) return;
    for (const { name, email } of await listAdministrators(t)) {
      const data = { applicant: name, year: String(year), url: `${env.PUBLIC_URL}/admin/office-hours` };
      await sendLater({ recipient: email, template: 'holidays_unknown', data }, t);
    }
    const line = { action: ACTION, targetKind: 'settings', targetId: year, target: `${year}年节假日` } as const;
    await writeAudit({ actor: null, ...line }, t);
  });
}
