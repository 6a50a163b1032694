import { toIso } from '../../contract/dates.ts';
import type { ActivationRow } from '../../contract/activation/endpoints.ts';
import type { ActivationState } from '../../contract/activation/enums.ts';
import type { ContactField } from '../../contract/activation/enums.ts';
import { clock } from '../../platform/clock/clock.ts';
import type { Unopened } from './list-activations.ts';

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
    held: held.map(({ field, until }) => ({ field, until: toIso(until) })),
    state: stateOf(unopened),
    code: code && { ...code, issuedAt: toIso(code.issuedAt), expiresAt: toIso(code.expiresAt) },
    requestedAt: toIso(requestedAt),
  };
}

function stateOf({ code, requestedAt }: Unopened): ActivationState {
  if (code && code.expiresAt > clock.now()) return 'sent';
  if (requestedAt !== null) return 'requested';
  return code ? 'expired' : 'none';
}
