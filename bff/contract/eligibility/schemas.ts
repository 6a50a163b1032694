import { z } from 'zod';
import { MOVING_YEARS } from './enums.ts';
import { atomsOf, depthOf, type AnyAtom, type Tree } from './grammar.ts';
import {
  MAX_CONDITIONS,
  MAX_DEPTH,
  MAX_DISTRICTS,
  MAX_FIRMS,
  MAX_HOURS,
  MAX_LISTED,
  MAX_NO_SHOWS,
  MAX_PRACTICE_YEARS,
} from './limits.ts';
import { MAX_SESSIONS } from '../activity-series/limits.ts';
import { isPlainDate } from '../dates.ts';
import { keyOf, requiredLine } from '../fields.ts';
import { HOURS_KINDS } from '../records/enums.ts';
import { isDistrict } from '../registry/districts.ts';
import { FIRM_KINDS, LAWYER_CATEGORIES } from '../registry/enums.ts';
import { named, reply } from '../reply-parts.ts';

/** Nothing here transforms: the same schemas read what staff send and describe what they are shown. */

const several = <T extends Record<string, string>>(table: T, label: string) =>
  z.array(keyOf(table, label), { error: `请选择${label}` }).min(1, { error: `请选择${label}` });
const firmIds = z
  .array(z.int().positive(), { error: '请选择机构' })
  .min(1, { error: '请选择机构' })
  .max(MAX_FIRMS, { error: `一个条件最多指定${MAX_FIRMS}家机构` });
const whole = (label: string, max: number) => {
  const error = `${label}应为0至${max}之间的整数`;
  return z.int({ error }).min(0, { error }).max(max, { error });
};
const onDay = z.string({ error: '请选择截止日期' }).refine(isPlainDate, { error: '截止日期应为真实存在的日期' });
const year = z.union([keyOf(MOVING_YEARS, '年度'), z.int().min(1980).max(2100)], {
  error: '年度应为本年度、上一年度，或四位数的年份',
});

const NO_SHOWS = { error: `爽约次数应为1至${MAX_NO_SHOWS}之间的整数` };
const noShows = z.int(NO_SHOWS).min(1, NO_SHOWS).max(MAX_NO_SHOWS, NO_SHOWS);

const practice = z
  .strictObject({
    atom: z.literal('practice'),
    minYears: whole('执业年限', MAX_PRACTICE_YEARS).optional(),
    maxYears: whole('执业年限', MAX_PRACTICE_YEARS).optional(),
    /** The day as of which years count; absent: the day of judging. */
    on: onDay.optional(),
  })
  .refine(({ minYears, maxYears }) => minYears !== undefined || maxYears !== undefined, {
    error: '请填写执业年限',
    path: ['minYears'],
  })
  .refine(({ minYears = 0, maxYears = Infinity }) => minYears <= maxYears, {
    error: '最高年限不能低于最低年限',
    path: ['maxYears'],
  });

const hours = z
  .strictObject({
    atom: z.literal('hours'),
    year,
    /** Absent: of every kind. */
    kind: keyOf(HOURS_KINDS, '学时类别').optional(),
    atLeast: whole('学时', MAX_HOURS).optional(),
    below: whole('学时', MAX_HOURS).optional(),
  })
  .refine(({ atLeast, below }) => (atLeast === undefined) !== (below === undefined), {
    error: '请填写学时，达到或未满只填一项',
    path: ['atLeast'],
  });

const districts = z
  .array(requiredLine('区县', 20).refine(isDistrict, { error: '区县应写全称，如“南海区”' }), { error: '请填写区县' })
  .min(1, { error: '请填写区县' })
  .max(MAX_DISTRICTS, { error: `一个条件最多${MAX_DISTRICTS}个区县` });

const lawyerIds = z
  .array(z.int().positive(), { error: '请填写名单' })
  .min(1, { error: '请填写名单' })
  .max(MAX_LISTED, { error: `名单最多${MAX_LISTED}人` });

const SESSIONS = { error: `场数应为1至${MAX_SESSIONS}之间的整数` };
const attended = z
  .strictObject({
    atom: z.literal('attended'),
    activityId: z.int().positive().optional(),
    seriesId: z.int().positive().optional(),
    /** Of that activity or series, as it was when it was chosen: what members are told. */
    title: requiredLine('活动名称', 60),
    /** Of those who did not come, so that nobody takes the same course twice. */
    isNot: z.literal(true).optional(),
    /** Of a series, so many sessions; absent: one. */
    sessions: z.int(SESSIONS).min(1, SESSIONS).max(MAX_SESSIONS, SESSIONS).optional(),
  })
  .refine(({ activityId, seriesId }) => (activityId === undefined) !== (seriesId === undefined), {
    error: '请选择一个活动或系列',
    path: ['title'],
  })
  .refine(({ activityId, sessions }) => activityId === undefined || sessions === undefined, {
    error: '场数只用于系列',
    path: ['sessions'],
  });

/** Atom → its parameters, with its name. */
export const CONDITION_SCHEMAS = {
  category: z.strictObject({ atom: z.literal('category'), in: several(LAWYER_CATEGORIES, '执业类别') }),
  firmKind: z.strictObject({ atom: z.literal('firmKind'), in: several(FIRM_KINDS, '机构类型') }),
  firm: z
    .strictObject({ atom: z.literal('firm'), in: firmIds.optional(), notIn: firmIds.optional() })
    .refine((firms) => (firms.in === undefined) !== (firms.notIn === undefined), {
      error: '请选择机构，限于或除外只选一项',
      path: ['in'],
    }),
  /** In which the firm is registered. */
  district: z.strictObject({ atom: z.literal('district'), in: districts }),
  /** 受邀人员. */
  list: z.strictObject({ atom: z.literal('list'), lawyerIds }),
  attended,
  practice,
  appointment: z.strictObject({
    atom: z.literal('appointment'),
    /** Absent: any. */
    body: requiredLine('任职机构', 60).optional(),
    position: requiredLine('职务', 40).optional(),
  }),
  dues: z.strictObject({ atom: z.literal('dues'), settled: year }),
  assessment: z.strictObject({ atom: z.literal('assessment'), done: year }),
  hours,
  discipline: z.strictObject({ atom: z.literal('discipline'), is: z.literal('none') }),
  noShow: z.strictObject({ atom: z.literal('noShow'), fewerThan: noShows }),
} as const;

/** The grammar over these atoms, bounded in depth and size. `name` is its name in OpenAPI. */
export function treeOf<Atom extends AnyAtom>(name: string, atom: z.ZodType<Atom>): z.ZodType<Tree<Atom>> {
  const below = () => z.lazy(() => tree);
  const list = () => z.array(below(), { error: '条件应为列表' }).min(1, { error: '请至少添加一个条件' });
  const tree: z.ZodType<Tree<Atom>> = named(
    name,
    z.union(
      [
        reply(`${name}All`, { all: list() }),
        reply(`${name}Any`, { any: list() }),
        reply(`${name}Not`, { not: below() }),
        named(`${name}Condition`, atom),
      ],
      { error: '条件的格式不正确，请重新设置' },
    ),
  );
  return tree.superRefine((read, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', message });
    if (depthOf(read) > MAX_DEPTH) refuse(`条件最多嵌套${MAX_DEPTH}层`);
    if (atomsOf(read).length > MAX_CONDITIONS) refuse(`最多设置${MAX_CONDITIONS}个条件`);
  });
}

const { category, firmKind, firm, district, list, appointment, dues, assessment, discipline, noShow } =
  CONDITION_SCHEMAS;
const condition = z.discriminatedUnion(
  'atom',
  [
    category,
    firmKind,
    firm,
    district,
    list,
    practice,
    appointment,
    dues,
    assessment,
    hours,
    attended,
    discipline,
    noShow,
  ],
  { error: '没有这种条件' },
);

/** One condition: an atom and its parameters. */
export type Condition = z.infer<typeof condition>;
/** Who may do it, said by conditions. */
export type Eligibility = Tree<Condition>;

export const eligibility: z.ZodType<Eligibility> = treeOf('Eligibility', condition);
