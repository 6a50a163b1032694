import type { ActivationRow } from '../../contract/endpoints/activation.ts';
import type { ActivationState, ContactField } from '../../contract/activation.ts';
import { clock } from '../../platform/clock/clock.ts';
import type { Unopened } from './list-activations.ts';

const iso = (instant: number) => new Date(instant).toISOString();

/** An account that nobody has opened yet, as staff see it. */
export function presentActivation(
  unopened: Unopened,
  { hasMobile, held }: { hasMobile: boolean; held: { field: ContactField; until: number }[] },
): ActivationRow {
  const { code, requestedAt, accountId, ...line } = unopened;
  return {
    id: accountId,
    ...line,
    hasMobile,
    held: held.map(({ field, until }) => ({ field, until: iso(until) })),
    state: stateOf(unopened),
    code: code && { ...code, issuedAt: iso(code.issuedAt), expiresAt: iso(code.expiresAt) },
    requestedAt: requestedAt === null ? null : iso(requestedAt),
  };
}

function stateOf({ code, requestedAt }: Unopened): ActivationState {
  if (code && code.expiresAt > clock.now()) return 'sent';
  if (requestedAt !== null) return 'requested';
  return code ? 'expired' : 'none';
}
