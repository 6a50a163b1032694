import { HOUR_MS } from '../../../contract/dates.ts';
import type { CodeSent } from '../../../contract/accounts/endpoints.ts';
import { maskEmail } from '../../../contract/text.ts';
import { transaction } from '../../../platform/db/database.ts';
import { countAgainst } from '../../../platform/kv/rate-limit.ts';
import type { InSession, MemberActor } from '../../../actor.ts';
import { provePassword } from '../prove-password.ts';
import { CODE_MINUTES, sendCode } from './sent-code.ts';

/** Nobody needs more, and the mail server is not a toy for strangers' addresses. */
const requests = { name: 'email-codes', limit: 5, windowMs: HOUR_MS };

/**
 * Mails a code to an address that the actor wants to confirm. The password is asked for: the address will be able to
 * replace it. Throws `invalid_fields`, `locked`, `too_many_requests`.
 */
export async function requestEmailCode(request: {
  actor: MemberActor & InSession;
  address: string;
  password: string;
}): Promise<CodeSent> {
  const { actor, address, password } = request;
  await countAgainst(requests, String(actor.accountId));
  const account = await provePassword(actor, password, 'password');
  await transaction((t) => sendCode({ account, purpose: 'confirm', to: { by: 'email', address } }, t));
  return { sentTo: maskEmail(address), minutes: CODE_MINUTES };
}
