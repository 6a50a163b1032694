import { z } from 'zod';
import { addDays, isPlainDate, weekdayOf } from '../dates.ts';
import { line, phone, plainDate, requiredLine, seenVersion, seenVersionInQuery, wholeNumber } from '../fields.ts';
import { toHalfWidth } from '../text.ts';
import { DAY_KINDS, HOLIDAYS } from './enums.ts';
import { MAX_DAY_REASON, MAX_HOLIDAY_RANGES, MAX_PERIODS, MAX_WORKING_WEEKENDS } from './limits.ts';
import { periodFault } from './periods.ts';

/** 9:00 and ９：００ as well. */
const time = (label: string) =>
  z
    .string({ error: `请填写${label}` })
    .overwrite((v) =>
      toHalfWidth(v)
        .replace(/\s/g, '')
        .replace(/^(?=\d:)/, '0'),
    )
    .max(10, { error: `${label}应写作 09:00` });

/** The open parts of a day, in their order; at least one. */
const periods = (label: string) =>
  z
    .array(z.strictObject({ from: time('开始时间'), to: time('结束时间') }), { error: `请填写${label}的时段` })
    .min(1, { error: `${label}至少要有一个时段` })
    .max(MAX_PERIODS, { error: `${label}最多${MAX_PERIODS}个时段` })
    .superRefine((all, context) => {
      const fault = periodFault(all);
      if (fault !== null) context.addIssue({ code: 'custom', message: fault });
    });

export const officeHours = z.strictObject({
  version: seenVersion,
  service: periods('在线客服'),
  telephone: periods('服务热线'),
  /** Null: as those of 在线客服. */
  tickets: periods('工单').nullable(),
  /** Who is called about the software itself; empty: nobody is named. */
  supplierPhone: z.union([z.literal(''), phone('技术支持电话')]),
  supplierHours: line('技术支持时间', 60),
  supplierWebsite: z.union(
    [
      z.literal(''),
      z
        .string()
        .trim()
        .regex(/^https:\/\/[^\s<>"]{3,150}$/),
    ],
    { error: '技术支持网站应以 https:// 开头' },
  ),
});
export type OfficeHours = z.output<typeof officeHours>;

/** A day that is not as its weekday says. */
export const officeDay = z
  .strictObject({
    /** Of what the office has said of the day itself; 0: nothing. */
    version: seenVersion,
    kind: z.enum(Object.keys(DAY_KINDS) as ['off', 'on', 'own'], { error: '请选择放假、上班或另定时间' }),
    /** Needed for `own` alone. */
    periods: periods('当天').optional(),
    reason: requiredLine('原因', MAX_DAY_REASON),
  })
  .refine(({ kind, periods: own }) => (kind === 'own') === (own !== undefined), {
    error: '另定时间的日期须填写时段，放假或上班的不填',
    path: ['periods'],
  });
export type OfficeDayInput = z.output<typeof officeDay>;

export const dayParams = z.strictObject({ date: plainDate('日期') });
export const clearOfficeDay = z.strictObject({ version: seenVersionInQuery });
export type ClearOfficeDay = z.input<typeof clearOfficeDay>;

const FIRST_YEAR = 2026;
const LAST_YEAR = 2099;

/** A day of a list of many: one that does not exist is named. */
const listedDay = (label: string) =>
  z
    .string({ error: `请填写${label}` })
    .transform((v) => toHalfWidth(v).trim())
    .refine(isPlainDate, {
      abort: true,
      error: ({ input }) => (input === '' ? `请填写${label}` : `${String(input)}：日期不存在`),
    });

/** A year's holidays as the State Council's notice has them. */
export const officeYear = z
  .strictObject({
    year: wholeNumber('年份', FIRST_YEAR, LAST_YEAR),
    holidays: z
      .array(
        z.strictObject({
          name: requiredLine('节日', 20),
          from: listedDay('放假第一天'),
          to: listedDay('放假最后一天'),
        }),
        { error: '请填写放假的日期' },
      )
      .max(MAX_HOLIDAY_RANGES, { error: `放假最多${MAX_HOLIDAY_RANGES}段` }),
    /** Weekend days on which people work (调休). */
    workdays: z
      .array(listedDay('上班的日期'), { error: '请填写上班的日期' })
      .max(MAX_WORKING_WEEKENDS, { error: `调休上班最多${MAX_WORKING_WEEKENDS}天` }),
  })
  .superRefine(({ year, holidays, workdays }, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', message, path: [path] });
    const missing = HOLIDAYS.filter((name) => !holidays.some((one) => one.name.includes(name.replace(/节$/, ''))));
    if (missing.length > 0) return fault('holidays', `还缺${missing.join('、')}，请对照放假通知补充`);
    const off = new Set<string>();
    for (const { name, from, to } of holidays) {
      if (to < from) return fault('holidays', `${name}：最后一天应不早于第一天`);
      const isOfYear = to.startsWith(`${year}-`) && from >= `${year - 1}-12-25`;
      if (!isOfYear || daysFrom(from, to).length > 15) return fault('holidays', `${name}：请核对日期`);
      for (const date of daysFrom(from, to)) off.add(date);
    }
    for (const date of workdays) {
      if (off.has(date)) return fault('workdays', `${inChinese(date)}同时设为放假与上班`);
      const isOfYear = date.startsWith(`${year}-`) || date >= `${year - 1}-12-20`;
      if (!isOfYear) return fault('workdays', `${date}不在${year}年`);
      if (weekdayOf(date) % 6 !== 0) return fault('workdays', `${inChinese(date)}不是周末，本来就上班`);
    }
    return undefined;
  });
export type OfficeYearInput = z.output<typeof officeYear>;

/** Every day from one to another, both included; none where they are far apart. */
function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let date = from; date <= to && days.length < 40; date = addDays(date, 1)) days.push(date);
  return days;
}

const inChinese = (date: string) => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
