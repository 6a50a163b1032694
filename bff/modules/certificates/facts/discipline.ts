import { DISCIPLINE_KINDS, DISCIPLINE_STATES } from '../../../contract/registry/enums.ts';
import type { DisciplineFact } from '../../registry/facts/registry-facts.ts';

/** Whether a record speaks against «clean from `since` to `today`»: open in any way, or decided or effective within. */
export function touches(record: DisciplineFact, since: string, today: string): boolean {
  if (record.state === 'dismissed') return false;
  if (record.state !== 'effective') return true;
  const from = record.effectiveFromOn ?? record.decidedOn ?? since;
  const until = record.effectiveUntilOn ?? today;
  const decidedWithin = record.decidedOn !== null && record.decidedOn >= since && record.decidedOn <= today;
  return decidedWithin || (from <= today && until >= since);
}

/** Whether a decision has taken effect: an open case, or one that takes effect later, may still come to nothing. */
export const isInEffect = ({ state, effectiveFromOn, decidedOn }: DisciplineFact, today: string): boolean =>
  state === 'effective' && (effectiveFromOn ?? decidedOn ?? today) <= today;

/** A record in words: kind, state and document number. */
export function describeDiscipline({ kind, state, documentNo }: DisciplineFact): string {
  return `${DISCIPLINE_KINDS[kind]}（${DISCIPLINE_STATES[state]}${documentNo ? `，${documentNo}` : ''}）`;
}
