import { Op, type Transaction } from 'sequelize';
import { odditiesOf } from '../../../contract/activities/windows.ts';
import { toShanghaiDate, weekdayOf } from '../../../contract/dates.ts';
import { AppError } from '../../../errors.ts';
import { ACTIVITY_WARNINGS, type ActivityWarning } from '../../../contract/activities/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { isWorkingDay } from '../../office-hours/calendar.ts';
import { readCalendar } from '../../office-hours/read-calendar.ts';
import { Activity } from '../model.ts';

export interface Oddities {
  warnings: ActivityWarning[];
  /** Other activities at the same time. */
  clashes: string[];
}

type Judged = Pick<
  Activity,
  'opensAt' | 'closesAt' | 'cancelUntil' | 'leaveUntil' | 'beginsAt' | 'endsAt' | 'advanceLeave'
> & { id: number | null };

/**
 * Finds what is odd about the instants of an activity and may still be intended: among themselves, by the calendar, beside
 * other activities.
 */
export async function readOddities(activity: Judged, t?: Transaction): Promise<Oddities> {
  const { beginsAt, endsAt, advanceLeave } = activity;
  const warnings = odditiesOf(activity, { advanceLeave }, clock.now());
  const day = toShanghaiDate(beginsAt);
  const working = isWorkingDay(await readCalendar('service', t), day);
  const isWeekend = weekdayOf(day) % 6 === 0;
  // A working Saturday is as odd as a holiday in the week.
  if (working !== true || isWeekend) warnings.push('offDay');
  const others = await Activity.findAll({
    where: {
      state: 'published',
      beginsAt: { [Op.lt]: endsAt },
      endsAt: { [Op.gt]: beginsAt },
      ...(activity.id !== null && { id: { [Op.ne]: activity.id } }),
    },
    order: ['beginsAt'],
    limit: 5,
    ...(t && { transaction: t }),
  });
  if (others.length > 0) warnings.push('clash');
  return { warnings, clashes: others.map(({ title }) => title) };
}

/** Throws `invalid_fields` for what is odd and was not said to be meant. */
export function expectAcknowledged({ warnings }: Oddities, acknowledged: readonly ActivityWarning[]): void {
  const open = warnings.filter((warning) => !acknowledged.includes(warning));
  if (open.length === 0) return;
  const message = `请核对并勾选：${open.map((warning) => ACTIVITY_WARNINGS[warning]).join('；')}`;
  throw new AppError('invalid_fields', { fields: { acknowledged: message } });
}
