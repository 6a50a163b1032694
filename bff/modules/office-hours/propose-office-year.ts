import type { StaffActor } from '../../actor.ts';
import { addDays } from '../../contract/dates.ts';
import type { OfficeYearInput } from '../../contract/office-hours/schemas.ts';
import type { ChangeRow } from '../../contract/two-person/endpoints.ts';
import { AppError } from '../../errors.ts';
import { transaction } from '../../platform/db/database.ts';
import { lockSetting } from '../settings/lock-setting.ts';
import { requestChange, type Leave } from '../two-person/request-change.ts';
import { OfficeYear } from './model.ts';
import { forgetCalendar, OFFICE_HOURS } from './read-calendar.ts';
import { replaceYear, type StateDay } from './state-days.ts';

/** The year's list as a change that takes two persons carries it, with what it was asked on. */
export interface YearPayload {
  year: number;
  days: StateDay[];
  /** Of the list that it replaces; null: none was known. */
  had: string | null;
}

/** Asks for the holidays of a year, as the notice has them; nothing is changed until another administrator confirms. */
export async function proposeOfficeYear(asked: { actor: StaffActor; input: OfficeYearInput }): Promise<ChangeRow> {
  const { actor, input } = asked;
  return transaction(async (t) => {
    await lockSetting(OFFICE_HOURS, t);
    const known = await OfficeYear.findOne({ where: { year: input.year }, transaction: t });
    const payload: YearPayload = { year: input.year, days: daysOf(input), had: known?.fingerprint ?? null };
    const words = {
      target: `${input.year}年节假日`,
      before: known ? '已录入' : '未录入',
      after: inWords(input),
    };
    return requestChange({ actor, kind: 'office_year', payload, ...words }, t);
  });
}

/** Takes over the list that two persons have agreed on. Throws `changed_meanwhile`, and as its leave. */
export async function adoptOfficeYear(adopted: { actor: StaffActor; leave: Leave } & YearPayload): Promise<void> {
  const { actor, leave, year, days, had } = adopted;
  await transaction(async (t) => {
    await leave(t);
    await lockSetting(OFFICE_HOURS, t);
    const known = await OfficeYear.findOne({ where: { year }, transaction: t });
    if ((known?.fingerprint ?? null) !== had) throw new AppError('changed_meanwhile', { message: CHANGED });
    await replaceYear({ year, days, origin: 'notice', by: actor.name }, t);
  });
  forgetCalendar();
}
const CHANGED = '申请之后该年的节假日已被修改，请撤回或不同意后重新录入';

function daysOf({ holidays, workdays }: OfficeYearInput): StateDay[] {
  const off = new Map<string, string>();
  for (const { name, from, to } of holidays) {
    for (let date = from; date <= to; date = addDays(date, 1)) off.set(date, name);
  }
  return [
    ...[...off].map(([date, reason]) => ({ date, kind: 'off' as const, reason })),
    ...[...new Set(workdays)].map((date) => ({ date, kind: 'on' as const, reason: '调休' })),
  ];
}

function inWords({ holidays, workdays }: OfficeYearInput): string {
  const off = holidays.map(({ name, from, to }) => (from === to ? `${name} ${from}` : `${name} ${from}至${to}`));
  return `放假：${off.join('，')}；调休上班：${workdays.join('、') || '无'}`;
}
