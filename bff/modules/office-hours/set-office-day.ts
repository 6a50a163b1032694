import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../actor.ts';
import { DAY_KINDS } from '../../contract/office-hours/enums.ts';
import { periodWords } from '../../contract/office-hours/periods.ts';
import type { OfficeDayInput } from '../../contract/office-hours/schemas.ts';
import { AppError } from '../../errors.ts';
import { publish } from '../../events.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { lockSetting } from '../settings/lock-setting.ts';
import { OfficeDay } from './model.ts';
import { forgetCalendar, OFFICE_HOURS } from './read-calendar.ts';
import { TARGET } from './update-office-hours.ts';

/** Says how the office works on one day, before what the State Council's list says of it. */
export async function setOfficeDay(set: { actor: StaffActor; date: string; input: OfficeDayInput }): Promise<void> {
  const { actor, date, input } = set;
  await transaction(async (t) => {
    await lockSetting(OFFICE_HOURS, t);
    const row = {
      kind: input.kind,
      periods: input.periods ?? [],
      reason: input.reason,
      origin: 'office' as const,
      setByName: actor.name,
      setAt: clock.now(),
    };
    const known = await ownDay(date, t);
    if (known) await known.update(row, { transaction: t });
    else await OfficeDay.create({ onDate: date, listYear: null, layer: 'office', ...row }, { transaction: t });
    const times = input.periods ? ` ${periodWords(input.periods)}` : '';
    const detail = `${date}：${DAY_KINDS[input.kind]}${times}（${input.reason}）`;
    await writeAudit({ actor, ...TARGET, detail }, t);
    await publish('office-hours.changed', {}, t);
  });
  forgetCalendar();
}

/** Takes that back; throws `not_found` where the office has said nothing of the day. */
export async function clearOfficeDay({ actor, date }: { actor: StaffActor; date: string }): Promise<void> {
  await transaction(async (t) => {
    await lockSetting(OFFICE_HOURS, t);
    const known = await ownDay(date, t);
    if (!known) throw new AppError('not_found');
    await known.destroy({ transaction: t });
    await writeAudit({ actor, ...TARGET, detail: `${date}：取消本会安排` }, t);
    await publish('office-hours.changed', {}, t);
  });
  forgetCalendar();
}

const ownDay = (onDate: string, t: Transaction) =>
  OfficeDay.findOne({ where: { onDate, layer: 'office' }, transaction: t });
