import type { ChangeRow } from '../../contract/two-person/endpoints.ts';
import { clock } from '../../platform/clock/clock.ts';
import type { ChangeRequest } from './model.ts';
import { mayAct, stateAt } from './rules.ts';

const iso = (instant: number) => new Date(instant).toISOString();

/** A change as the administrator who looks sees it. */
export function describeChange(change: ChangeRequest, by: { accountId: number }): ChangeRow {
  const { id, kind, target, beforeWords: before, afterWords: after, decidedAt } = change;
  return {
    ...{ id, kind, state: stateAt(change, clock.now()), target, before, after },
    ...{ requestedBy: change.requestedByName, requestedAt: iso(change.requestedAt), expiresAt: iso(change.expiresAt) },
    ...{ decidedBy: change.decidedByName, decidedAt: decidedAt === null ? null : iso(decidedAt) },
    can: mayAct(change, by.accountId, clock.now()),
  };
}
