import { addDays } from '../../contract/dates.ts';
import {
  LAWYER_CATEGORIES,
  SEXES,
  type LawyerCategory,
  type LawyerStatus,
  type Sex,
} from '../../contract/registry/enums.ts';

/** Pure decisions about registry data. Dates are yyyy-MM-dd and compare as text. */

/** Where a lawyer practises, as far as periods go. */
export interface Practice {
  firmId: number | null;
  status: LawyerStatus;
}
export interface OpenPeriod {
  firmId: number | null;
  fromOn: string;
}
export interface PeriodChange {
  /** What becomes of the period that is open: it stays, ends on its last day, or was never true. */
  current: 'stays' | 'removed' | { closeOn: string };
  open: { firmId: number; fromOn: string } | null;
}

/**
 * What a change of firm or status does to the history of firms: practice in a firm lasts while the lawyer is active
 * in it. The old period ends on the day before `on`, the new one begins on `on`; on the old one's own first day the new
 * one takes its place, which is how a firm entered by mistake is put right. Answers a fault in words when the old
 * period would end before it began.
 */
export function changePeriods(current: OpenPeriod | null, becomes: Practice, on: string): PeriodChange | string {
  const wanted = becomes.status === 'active' ? becomes.firmId : null;
  if ((current?.firmId ?? null) === wanted) return { current: 'stays', open: null };
  if (current && on < current.fromOn) return `变动日期不能早于转入现机构的日期${current.fromOn}`;
  return {
    current: !current ? 'stays' : on === current.fromOn ? 'removed' : { closeOn: addDays(on, -1) },
    open: wanted === null ? null : { firmId: wanted, fromOn: on },
  };
}

export interface NumberedLawyer {
  licenceNo: string;
  firstPractisedOn: string;
  category: LawyerCategory;
  sex: Sex;
}

/** First two digits of administrative division codes (GB/T 2260). */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
);
/** Tenth digit of a licence number: 专职 兼职 香港 澳门 台湾 all practise; then 公职, 公司, 法律援助. */
const CATEGORY_OF_DIGIT: Record<string, LawyerCategory> = {
  1: 'practising',
  2: 'practising',
  3: 'practising',
  4: 'practising',
  5: 'practising',
  6: 'government',
  7: 'company',
  8: 'legal_aid',
};

/**
 * Doubts about a licence number: kind 1, region 4, year of first practice 4, category 1, sex 1 (0 male, 1 female),
 * serial 6 digits (律师和律师事务所执业证书管理办法). Old and transferred numbers break the rule, hence doubts only.
 */
export function doubtLicenceNo({ licenceNo, firstPractisedOn, category, sex }: NumberedLawyer): string[] {
  if (!/^\d{17}$/.test(licenceNo)) return ['执业证号不是17位数字'];
  const doubts: string[] = [];
  const year = licenceNo.slice(5, 9);
  const categoryDigit = licenceNo.slice(9, 10);
  const sexDigit = licenceNo.slice(10, 11);
  if (!licenceNo.startsWith('1')) doubts.push('执业证号第1位不是1（律师）');
  if (!PROVINCES.has(licenceNo.slice(1, 3))) doubts.push(`执业证号第2至3位“${licenceNo.slice(1, 3)}”不是地区代码`);
  if (year !== firstPractisedOn.slice(0, 4)) {
    doubts.push(`执业证号第6至9位年份${year}与首次执业年份${firstPractisedOn.slice(0, 4)}不一致`);
  }
  if (CATEGORY_OF_DIGIT[categoryDigit] !== category) {
    doubts.push(`执业证号第10位“${categoryDigit}”与执业类别${LAWYER_CATEGORIES[category]}不一致`);
  }
  if (sexDigit !== (sex === 'male' ? '0' : '1')) {
    doubts.push(`执业证号第11位“${sexDigit}”与性别${SEXES[sex]}不一致`);
  }
  return doubts;
}

/** What changed, for the audit log: 「电话：甲→乙；地址：…」; empty when nothing did. */
export function describeChanges<Key extends string>(
  before: Record<Key, string>,
  after: Record<Key, string>,
  labels: Record<Key, string>,
): string {
  return (Object.keys(labels) as Key[])
    .filter((key) => before[key] !== after[key])
    .map((key) => `${labels[key]}：${before[key] || '（空）'}→${after[key] || '（空）'}`)
    .join('；');
}

/** A time with both days included; `untilOn` null: without end. */
export interface Period {
  fromOn: string;
  untilOn: string | null;
}

/** The first of `others` that shares a day with `period`, or undefined. */
export function firstOverlap<Other extends Period>(period: Period, others: readonly Other[]): Other | undefined {
  return others.find(
    ({ fromOn, untilOn }) =>
      (untilOn === null || untilOn >= period.fromOn) && (period.untilOn === null || fromOn <= period.untilOn),
  );
}

/** 「2015-09-10至2025-06-30」, 「2025-07-01至今」. */
export const describePeriod = ({ fromOn, untilOn }: Period) => `${fromOn}至${untilOn ?? '今'}`;
