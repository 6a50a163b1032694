import type { AppointmentFact, AssessmentFact, DuesFact, HoursFact } from '../../registry/facts/records.ts';
import type { ReviewFacts } from './facts.ts';

/** The records of whoever asks for a letter: the firm, or the lawyer who asks alone. Pure. */

const isApplicant =
  ({ firm, lawyers }: ReviewFacts) =>
  ({ subjectKind, subjectId }: { subjectKind: string; subjectId: number }) =>
    firm ? subjectKind === 'firm' && subjectId === firm.id : subjectKind === 'lawyer' && subjectId === lawyers[0]?.id;

/** 年度考核 of the year that was asked for. */
export function assessmentOf(facts: ReviewFacts): AssessmentFact | undefined {
  return facts.records?.assessments.filter(isApplicant(facts)).find(({ year }) => year === facts.year);
}

/**
 * The assessment under way: handed in and not finished. A year is assessed in its own course or in that of the next
 * (律师执业年度考核规则: from January to May), so that of two the later one counts.
 */
export function openAssessment(facts: ReviewFacts): AssessmentFact | undefined {
  const thisYear = Number(facts.today.slice(0, 4));
  return facts.records?.assessments
    .filter(isApplicant(facts))
    .filter(({ year, state }) => {
      const isNow = year === thisYear || year === thisYear - 1;
      return isNow && (state === 'submitted' || state === 'in_review');
    })
    .sort((a, b) => b.year - a.year)[0];
}

/** 会费 of the year that was asked for. */
export function duesOf(facts: ReviewFacts): DuesFact | undefined {
  return facts.records?.dues.filter(isApplicant(facts)).find(({ year }) => year === facts.year);
}

/** Offices held today, the last day included. */
export function currentAppointments(facts: ReviewFacts): AppointmentFact[] {
  return ownAppointments(facts).filter(({ untilOn }) => untilOn === null || untilOn >= facts.today);
}

/** Every office that has begun, the earliest first. */
export function ownAppointments({ records, lawyers, today }: ReviewFacts): AppointmentFact[] {
  return (records?.appointments ?? [])
    .filter(({ lawyerId, fromOn }) => lawyerId === lawyers[0]?.id && fromOn <= today)
    .sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
}

/** Activities of the year that was asked for, the earliest first. */
export function hoursOf({ records, lawyers, year }: ReviewFacts): HoursFact[] {
  return (records?.hours ?? [])
    .filter(({ lawyerId, heldOn }) => lawyerId === lawyers[0]?.id && heldOn.startsWith(`${year}-`))
    .sort((a, b) => (a.heldOn < b.heldOn ? -1 : 1));
}
