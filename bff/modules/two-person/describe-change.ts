import { toIso } from '../../contract/dates.ts';
import type { ChangeRow } from '../../contract/two-person/endpoints.ts';
import { clock } from '../../platform/clock/clock.ts';
import type { ChangeRequest } from './model.ts';
import { mayAct, stateAt } from './rules.ts';

/** A change as the administrator who looks sees it. */
export function describeChange(change: ChangeRequest, by: { accountId: number }): ChangeRow {
  const { id, kind, target, beforeWords: before, afterWords: after, decidedAt, reason, payload } = change;
  return {
    id,
    kind,
    state: stateAt(change, clock.now()),
    target,
    before,
    after,
    requestedBy: change.requestedByName,
    requestedAt: toIso(change.requestedAt),
    expiresAt: toIso(change.expiresAt),
    decidedBy: change.decidedByName,
    decidedAt: toIso(decidedAt),
    reason,
    typeId: 'typeId' in payload ? payload.typeId : null,
    can: mayAct(change, by.accountId, clock.now()),
  };
}
