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
import { OfficeDay, versionOf } from './model.ts';
import { forgetCalendar, OFFICE_HOURS } from './read-calendar.ts';
import { TARGET } from './update-office-hours.ts';

/**
 * Says how the office works on one day, before what the State Council's list says of it. Throws `changed_meanwhile` when
 * somebody has said or taken back something else of it since it was read.
 */
export async function setOfficeDay(set: { actor: StaffActor; date: string; input: OfficeDayInput }): Promise<void> {
  const { actor, date, input } = set;
  await transaction(async (t) => {
    await lockSetting(OFFICE_HOURS, t);
    const known = await ownDay(date, t);
    refuseStale(known, input.version);
    const row = {
      kind: input.kind,
      periods: input.periods ?? [],
      reason: input.reason,
      origin: 'office' as const,
      setByName: actor.name,
      // Later than the one before, whatever the clock says.
      setAt: Math.max(clock.now(), versionOf(known) + 1),
    };
    if (known) await known.update(row, { transaction: t });
    else await OfficeDay.create({ onDate: date, listYear: null, layer: 'office', ...row }, { transaction: t });
    const times = input.periods ? ` ${periodWords(input.periods)}` : '';
    const detail = `${date}：${DAY_KINDS[input.kind]}${times}（${input.reason}）`;
    await writeAudit({ actor, ...TARGET, detail }, t);
    await publish('office-hours.changed', {}, t);
  });
  forgetCalendar();
}

/** Takes that back; throws `not_found` where the office has said nothing of the day, `changed_meanwhile` as above. */
export async function clearOfficeDay({ actor, date, version }: CalledOff): Promise<void> {
  await transaction(async (t) => {
    await lockSetting(OFFICE_HOURS, t);
    const known = await ownDay(date, t);
    if (!known) throw new AppError('not_found');
    refuseStale(known, version);
    await known.destroy({ transaction: t });
    await writeAudit({ actor, ...TARGET, detail: `${date}：取消本会安排` }, t);
    await publish('office-hours.changed', {}, t);
  });
  forgetCalendar();
}

interface CalledOff {
  actor: StaffActor;
  date: string;
  /** The version of what is taken back. */
  version: number;
}

function refuseStale(known: OfficeDay | null, seen: number): void {
  if (versionOf(known) !== seen) throw new AppError('changed_meanwhile', { message: CHANGED });
}
const CHANGED = '该日的本会安排刚被他人修改，请看下表中的现况后再保存';

const ownDay = (onDate: string, t: Transaction) =>
  OfficeDay.findOne({ where: { onDate, layer: 'office' }, transaction: t });
