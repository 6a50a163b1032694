import type { StaffActor } from '../../actor.ts';
import { HOURS_SETS, type HoursSet } from '../../contract/office-hours/enums.ts';
import { periodWords } from '../../contract/office-hours/periods.ts';
import type { OfficeHours } from '../../contract/office-hours/schemas.ts';
import { AppError } from '../../errors.ts';
import { publish } from '../../events.ts';
import { clock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { lockSetting } from '../settings/lock-setting.ts';
import { forgetCalendar, hoursOf, OFFICE_HOURS } from './read-calendar.ts';

/** Replaces the hours of a working day. Throws `changed_meanwhile` when somebody saved since they were read. */
export async function updateOfficeHours({ actor, input }: { actor: StaffActor; input: OfficeHours }): Promise<void> {
  await transaction(async (t) => {
    const row = await lockSetting(OFFICE_HOURS, t);
    const before = hoursOf(row.value);
    if (before.version !== input.version) throw new AppError('changed_meanwhile');
    const detail = differences(before, input);
    if (detail === '') return;
    const value = JSON.stringify({ ...input, version: before.version + 1 } satisfies OfficeHours);
    await row.update({ value, updatedAt: clock.now() }, { transaction: t });
    await writeAudit({ actor, ...TARGET, detail }, t);
    await publish('office-hours.changed', {}, t);
  });
  forgetCalendar();
}

/** What the log says that was changed here. */
export const TARGET = { action: 'settings.updated', targetKind: 'settings', targetId: 0, target: '办公时间' } as const;

function differences(before: OfficeHours, after: OfficeHours): string {
  const sets = (Object.keys(HOURS_SETS) as HoursSet[]).map((set) => [
    HOURS_SETS[set],
    wordsOf(before[set]),
    wordsOf(after[set]),
  ]);
  const supplier = [
    ['技术支持电话', before.supplierPhone, after.supplierPhone],
    ['技术支持时间', before.supplierHours, after.supplierHours],
    ['技术支持网站', before.supplierWebsite, after.supplierWebsite],
  ];
  return [...sets, ...supplier]
    .filter(([, from, to]) => from !== to)
    .map(([label, from, to]) => `${label}：${from || '无'}→${to || '无'}`)
    .join('；');
}
const wordsOf = (periods: OfficeHours[HoursSet]) => (periods ? periodWords(periods) : '与在线客服相同');
