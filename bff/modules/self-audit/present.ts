import { toIso } from '../../contract/dates.ts';
import type { SelfAuditRow } from '../../contract/self-audit/endpoints.ts';

/** A round as it is stored: instants in epoch milliseconds. */
export type Round = Omit<SelfAuditRow, 'startedAt' | 'finishedAt'> & { startedAt: number; finishedAt: number | null };

/** A round as staff see it. */
export function presentRound(round: Round): SelfAuditRow {
  const { id, scope, startedAt, finishedAt, checked, faulty, orphans, startedBy } = round;
  return {
    id,
    scope,
    checked,
    faulty,
    orphans,
    startedBy,
    startedAt: toIso(startedAt),
    finishedAt: toIso(finishedAt),
  };
}
