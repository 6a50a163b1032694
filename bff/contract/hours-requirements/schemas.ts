import { z } from 'zod';
import { wholeNumber } from '../fields.ts';
import { LAWYER_CATEGORIES } from '../registry/enums.ts';
import { MAX_HOURS_REQUIREMENTS, MAX_YEARLY_HOURS } from '../settings/limits.ts';

const hours = (label: string) => wholeNumber(label, 0, MAX_YEARLY_HOURS);
const ofCategory = (key: keyof typeof LAWYER_CATEGORIES) =>
  hours(`${LAWYER_CATEGORIES[key]}应修学时`).nullable().default(null);

/** A day of any year: 11-01; leap days are none. */
const DAY_OF_YEAR =
  /^(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))$/;

const DAY = { error: '新执业起算日请按“月-日”填写，例如11-01' };

/**
 * 年度学时要求 from a year on, until the next one begins (activities.md, 学时): how many, of which kinds some of them must be,
 * and of whom fewer are asked.
 */
export const hoursRequirement = z
  .strictObject({
    from: wholeNumber('起始年度', 1980, 2099),
    total: hours('应修学时'),
    /** How much of the total at least; 0: none in particular. */
    ethics: hours('其中职业道德与执业纪律学时'),
    /** How much of that on the spot at least; 0: none in particular. */
    ethicsOnsite: hours('其中现场职业道德与执业纪律学时').default(0),
    business: hours('其中业务学时'),
    /** Who was first licensed on this day of the year or later has so many percent of it to do; '': everybody has all. */
    newlySince: z.string(DAY).refine((text) => text === '' || DAY_OF_YEAR.test(text), DAY),
    newlyPercent: wholeNumber('新执业律师的比例', 0, 100),
    /** Totals for lawyers of other categories; null: they need as much as everybody. */
    government: ofCategory('government'),
    company: ofCategory('company'),
    legalAid: ofCategory('legal_aid'),
  })
  .refine(({ total, ethics, business }) => ethics + business <= total, {
    error: '职业道德与执业纪律、业务学时之和不能超过应修学时',
    path: ['total'],
  })
  .refine(({ ethics, ethicsOnsite }) => ethicsOnsite <= ethics, {
    error: '其中现场学时不能超过职业道德与执业纪律学时',
    path: ['ethicsOnsite'],
  });
export type HoursRequirement = z.output<typeof hoursRequirement>;

/** All of them, from the earliest year on. */
export const hoursRequirements = z
  .array(hoursRequirement, { error: '请填写年度学时要求' })
  .max(MAX_HOURS_REQUIREMENTS, { error: `年度学时要求最多${MAX_HOURS_REQUIREMENTS}条` })
  .refine((all) => new Set(all.map(({ from }) => from)).size === all.length, { error: '同一年度只能有一条学时要求' })
  .transform((all) => all.toSorted((a, b) => a.from - b.from));
