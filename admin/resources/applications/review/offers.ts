import type { StaffApplicationDetail } from '../../../../bff/contract/certificates/endpoints.ts';
import type { ReviewRule } from '../../../../bff/contract/review/enums.ts';
import { MAX_RETURN } from '../../../../bff/contract/review/limits.ts';

/** What would be true instead of a letter that our register contradicts, and the words with which it is offered. */
export type Offer = { label: string } & (
  { act: 'reject'; opinion: string } | { act: 'return'; reason: string; request: string }
);

/** The certificate that states the records instead of denying them, and what it states as it is. */
const STATEMENT = { code: 'practice-status', label: '执业状况证明（含处分记录）' };
const STATED: readonly ReviewRule[] = ['no_discipline', 'member_active'];
/** What depends on the year that was asked for. */
const OF_YEAR: readonly ReviewRule[] = ['assessment_filed', 'hours_checked_in', 'dues_settled'];
/** So many contradictions are told one by one. */
const TOLD = 2;

/** What is offered instead: another period, other subjects, another type; empty where nothing is contradicted. */
export function offersOf({ typeCode, since, year, findings, permits }: StaffApplicationDetail): Offer[] {
  const contradicted = findings.filter(({ result }) => result === 'contradicted');
  if (contradicted.length === 0) return [];
  const told = [...new Set(contradicted.map(({ subject, datum }) => `${subject}${datum}`))];
  const why = `与本会登记不符：${told.slice(0, TOLD).join('；')}${told.length > TOLD ? `等${told.length}项` : ''}。`;
  const offers: Offer[] = [];
  const ask = (label: string, request: string) => {
    if (permits.return) offers.push({ label, act: 'return', reason: cut(why), request: cut(request) });
    else if (permits.reject) offers.push({ label, act: 'reject', opinion: cut(why + request) });
  };
  if (since) ask('改期间', '请重新选择起始时间，使所证明的期间不含上述情形。');
  const lawyers = contradicted.flatMap((one) => (one.subjectKind === 'lawyer' ? [one.subject] : []));
  if (lawyers.length > 0) ask('改对象', `请去掉${[...new Set(lawyers)].join('、')}后重新提交。`);
  if (year !== null && contradicted.some(({ rule }) => OF_YEAR.includes(rule)))
    ask('改年度', `请改选有记录的年度；本会没有${year}年度的记录。`);
  if (typeCode !== STATEMENT.code && permits.reject && contradicted.every(({ rule }) => STATED.includes(rule))) {
    const opinion = cut(`${why}本会可以出具“${STATEMENT.label}”，如实载明上述情况，请改为申请该证明。`);
    offers.push({ label: '改证明类型', act: 'reject', opinion });
  }
  return offers;
}

/** By characters; the opinion has as much room. */
const cut = (text: string): string => {
  const characters = [...text];
  return characters.length <= MAX_RETURN ? text : `${characters.slice(0, MAX_RETURN - 1).join('')}…`;
};
