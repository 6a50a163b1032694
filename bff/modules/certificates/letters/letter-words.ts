import { ASSESSMENT_RESULTS, FIRM_ASSESSMENT_RESULTS } from '../../../contract/records/enums.ts';
import { toChineseDate } from '../../../contract/text.ts';
import type { AppointmentFact } from '../../registry/facts/records.ts';
import type { ReviewFacts } from '../facts/facts.ts';
import { statedRecords } from './letter-tables.ts';
import { assessmentOf, currentAppointments, duesOf, ownAppointments } from '../facts/own-records.ts';

/** What the registry keeps year by year, in sentences of a letter: never more than the record says. */

/** 称职 of a lawyer, 合格 of a firm; empty while there is no result. */
export function assessmentResult(facts: ReviewFacts): string {
  const result = assessmentOf(facts)?.result;
  if (!result) return '';
  const ofFirms: Record<string, string> = FIRM_ASSESSMENT_RESULTS;
  return (facts.firm && ofFirms[result]) ?? ASSESSMENT_RESULTS[result];
}

/** Offices held now; of somebody who holds none any more, those of the past. */
export function appointmentsInWords(facts: ReviewFacts): string {
  const current = currentAppointments(facts);
  const stated = current.length > 0 ? current : ownAppointments(facts);
  return stated.map(appointmentInWords).join('；');
}

function appointmentInWords({ body, position, fromOn, untilOn }: AppointmentFact): string {
  const until = untilOn ? `至${toChineseDate(untilOn)}` : '至今';
  return `自${toChineseDate(fromOn)}${until}担任本会${body}${position}`;
}

/** 已于2026年3月18日缴清2026年度会员会费，计人民币1,200.00元 */
export function duesInWords(facts: ReviewFacts): string {
  const dues = duesOf(facts);
  if (!dues) return `无${facts.year ?? ''}年度会员会费记录`;
  const { year, dueFen, paidFen, state, settledOn } = dues;
  if (state === 'waived') return `${year}年度会员会费经本会批准予以减免`;
  if (state === 'settled') {
    return `已${settledOn ? `于${toChineseDate(settledOn)}` : ''}缴清${year}年度会员会费，计人民币${yuan(paidFen)}元`;
  }
  return `${year}年度会员会费应缴人民币${yuan(dueFen)}元，已缴人民币${yuan(paidFen)}元`;
}

const yuan = (fen: number) => (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });

/** 受到本会行业处分2次，如下： */
export function recordsInWords(facts: ReviewFacts, listed: string): string {
  const count = statedRecords(facts).length;
  return count === 0 ? '未受到本会任何行业处分。' : `受到本会行业处分${count}次，${listed}`;
}
