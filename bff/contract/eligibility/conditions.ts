import type { SubjectKind } from '../registry/enums.ts';
import { HOURS_KINDS } from '../records/enums.ts';
import { FIRM_KINDS, LAWYER_CATEGORIES } from '../registry/enums.ts';
import { yearInWords } from './enums.ts';
import type { Polarity } from './grammar.ts';
import type { Condition } from './schemas.ts';

/** A condition and its contrary, as what a member is or has done: `须` may be put before. */
export type Words = Record<Polarity, string>;

export type AtomName = Condition['atom'];
export type ConditionOf<Name extends AtomName> = Extract<Condition, { atom: Name }>;

interface ConditionKind<Name extends AtomName> {
  /** How staff find it when they put conditions together. */
  label: string;
  /** The kinds of members of whom it can be true or false. */
  of: readonly SubjectKind[];
  words(condition: ConditionOf<Name>): Words;
}

/** How many months back an absence still counts. */
export const NO_SHOW_MONTHS = 12;

/** The atoms that are offered: those whose facts are in the house. */
export const CONDITIONS: { [Name in AtomName]: ConditionKind<Name> } = {
  category: {
    label: '执业类别',
    of: ['lawyer'],
    words: (condition) => {
      const named = or(condition.in.map((key) => LAWYER_CATEGORIES[key]));
      return { is: `是${named}`, isNot: `不是${named}` };
    },
  },
  firmKind: {
    label: '机构类型',
    of: ['firm', 'lawyer'],
    words: (condition) => {
      const named = or(condition.in.map((key) => FIRM_KINDS[key]));
      return { is: `所属机构是${named}`, isNot: `所属机构不是${named}` };
    },
  },
  firm: {
    label: '指定机构',
    of: ['firm', 'lawyer'],
    words: (condition) => {
      const [within, without] = firmWords((condition.in ?? condition.notIn ?? []).length);
      return condition.in ? { is: within, isNot: without } : { is: without, isNot: within };
    },
  },
  district: {
    label: '所在区县',
    of: ['firm', 'lawyer'],
    words: (condition) => {
      const named = or(condition.in);
      return { is: `所属机构在${named}`, isNot: `所属机构不在${named}` };
    },
  },
  list: {
    label: '受邀名单',
    of: ['lawyer'],
    words: () => ({ is: '是受邀人员', isNot: '不在指定的名单中' }),
  },
  practice: {
    label: '执业年限',
    of: ['lawyer'],
    words: ({ minYears, maxYears, on }) => {
      const asOf = on ? `至${on}执业` : '执业';
      const parts = [
        { is: minYears !== undefined && `满${minYears}年`, isNot: `未满${minYears}年` },
        { is: maxYears !== undefined && `不超过${maxYears}年`, isNot: `超过${maxYears}年` },
      ].filter(({ is }) => is !== false);
      const isNot = parts.map((part) => part.isNot).join('或');
      return { is: asOf + parts.map((part) => part.is).join('且'), isNot: asOf + isNot };
    },
  },
  appointment: {
    label: '律协任职',
    of: ['lawyer'],
    words: ({ body = '', position = '' }) => {
      const office = body || position ? `${body}${position}` : '律协职务';
      return { is: `现任${office}`, isNot: `现未任${office}` };
    },
  },
  dues: {
    label: '会费缴清',
    of: ['firm', 'lawyer'],
    words: ({ settled }) => ({ is: `缴清${yearInWords(settled)}会费`, isNot: `未缴清${yearInWords(settled)}会费` }),
  },
  assessment: {
    label: '年度考核完成',
    of: ['firm', 'lawyer'],
    words: ({ done }) => ({ is: `完成${yearInWords(done)}考核`, isNot: `未完成${yearInWords(done)}考核` }),
  },
  hours: {
    label: '活动学时',
    of: ['lawyer'],
    words: ({ year, kind, atLeast, below }) => {
      const counted = `${atLeast ?? below}学时`;
      const what = yearInWords(year) + (kind === undefined ? '' : `${HOURS_KINDS[kind]}类`);
      const enough = `${what}满${counted}`;
      const tooFew = `${what}未满${counted}`;
      return atLeast === undefined ? { is: tooFew, isNot: enough } : { is: enough, isNot: tooFew };
    },
  },
  attended: {
    label: '参加过的活动',
    of: ['lawyer'],
    words: ({ seriesId, title, sessions = 1, isNot }) => {
      const what = seriesId === undefined ? `“${title}”` : `系列“${title}”`;
      const [came, missed] =
        sessions === 1
          ? [`参加过${what}`, `未参加过${what}`]
          : [`参加过${what}至少${sessions}场`, `参加过${what}不足${sessions}场`];
      return isNot ? { is: missed, isNot: came } : { is: came, isNot: missed };
    },
  },
  discipline: {
    label: '无行业处分',
    of: ['firm', 'lawyer'],
    words: () => ({ is: '无已生效的行业处分', isNot: '有已生效的行业处分' }),
  },
  noShow: {
    label: '活动爽约次数',
    of: ['lawyer'],
    words: ({ fewerThan }) => ({
      is: `${NO_SHOW_MONTHS}个月内爽约少于${fewerThan}次`,
      isNot: `${NO_SHOW_MONTHS}个月内爽约满${fewerThan}次`,
    }),
  },
};

/** The words of any condition. */
export function wordsOf<Name extends AtomName>(condition: ConditionOf<Name>): Words {
  return CONDITIONS[condition.atom as Name].words(condition);
}

const or = (labels: readonly string[]) => labels.join('或');

const firmWords = (count: number) => [`属于指定的${count}家机构`, `不属于指定的${count}家机构`] as const;
