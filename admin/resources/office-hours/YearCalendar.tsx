import { addDays, weekdayOf } from '../../../bff/contract/dates.ts';

interface YearCalendarProps {
  year: number;
  holidays: readonly { from: string; to: string }[];
  workdays: readonly string[];
}

const MONTHS = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));
const MOST_DAYS = 40;

/** The twelve months as they come out of a list, to be compared with the notice: days off, and weekends that are worked. */
export function YearCalendar({ year, holidays, workdays }: YearCalendarProps) {
  const off = new Set(holidays.flatMap(({ from, to }) => daysFrom(from, to)));
  const on = new Set(workdays);
  const kindOf = (date: string) =>
    on.has(date) ? 'on' : off.has(date) ? 'off' : weekdayOf(date) % 6 === 0 ? 'rest' : '';
  return (
    <section aria-label={`${year}年日历`}>
      <p className="quiet">
        <span className="day off">放假</span> {off.size}天，<span className="day on">上班</span> 调休{on.size}天
      </p>
      <div className="year-calendar">
        {MONTHS.map((month) => (
          <table key={month}>
            <caption>{Number(month)}月</caption>
            <thead>
              <tr>
                {[...'日一二三四五六'].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(`${year}-${month}`).map((week, at) => (
                <tr key={at}>
                  {week.map((date, weekday) => (
                    <td key={weekday} className={`day ${date === '' ? '' : kindOf(date)}`}>
                      {date === '' ? '' : Number(date.slice(8))}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  );
}

/** Days of a month (yyyy-MM) by weeks from Sunday on; '' where another month has the day. */
function weeksOf(month: string): string[][] {
  const weeks: string[][] = [];
  for (
    let date = addDays(`${month}-01`, -weekdayOf(`${month}-01`));
    date.slice(0, 7) <= month;
    date = addDays(date, 7)
  ) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((n) => addDays(date, n)).map((day) => (day.startsWith(month) ? day : '')));
  }
  return weeks;
}

function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  if (from === '' || to === '') return days;
  for (let date = from; date <= to && days.length < MOST_DAYS; date = addDays(date, 1)) days.push(date);
  return days;
}
