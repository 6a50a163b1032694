import type { FindingReply } from '../certificates/replies.ts';
import type { FindingResult, ReviewRule } from './enums.ts';

/** Findings that say the same of several subjects; of one subject the finding itself. */
export interface FindingGroup {
  rule: ReviewRule;
  result: FindingResult;
  findings: FindingReply[];
  /** “147 名律师首次执业晚于起始时间”; of one subject its datum. */
  sentence: string;
}

/** What data that differ from subject to subject have in common, in words. */
const IN_COMMON: readonly (readonly [RegExp, string])[] = [
  [/早于首次执业日期/, '首次执业晚于起始时间'],
  [/^入会日期.*晚于起始时间/, '入会晚于起始时间'],
  [/转入/, '在期间内转所'],
];
const DATES = /\d{4}-\d{2}-\d{2}/g;
const MANY = { firm: ' 家律所', lawyer: ' 名律师' } as const;

/** The same said of many is one line, in the order of the first of each. */
export function groupFindings(findings: readonly FindingReply[]): FindingGroup[] {
  const groups = new Map<string, FindingReply[]>();
  for (const finding of findings) {
    const key = [finding.rule, finding.result, finding.subjectKind, gistOf(finding)].join('|');
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((alike) => (alike[0] ? [groupOf(alike, alike[0])] : []));
}

function groupOf(findings: FindingReply[], first: FindingReply): FindingGroup {
  const { rule, result, subjectKind, datum } = first;
  if (findings.length === 1) return { rule, result, findings, sentence: datum };
  const isSame = findings.every((one) => one.datum === datum);
  const who = `${findings.length}${subjectKind ? MANY[subjectKind] : ' 项'}`;
  return { rule, result, findings, sentence: `${who}${isSame ? separated(datum) : gistOf(first)}` };
}

/** A datum of its own words is kept apart from the number before it. */
const separated = (datum: string) => (/^[\d“]/.test(datum) ? `：${datum}` : datum);

const gistOf = ({ datum }: FindingReply): string =>
  IN_COMMON.find(([pattern]) => pattern.test(datum))?.[1] ?? datum.replace(DATES, '');
