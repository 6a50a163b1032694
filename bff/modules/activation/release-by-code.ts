import type { Transaction } from 'sequelize';
import type { CodeSent } from '../../contract/accounts/replies.ts';
import type { HoldReply } from '../../contract/activation/endpoints.ts';
import { CONTACT_FIELDS, type ContactField } from '../../contract/activation/enums.ts';
import { DAY_MS, toIso } from '../../contract/dates.ts';
import { maskEmail, maskPhone } from '../../contract/text.ts';
import { AppError } from '../../errors.ts';
import { transaction } from '../../platform/db/database.ts';
import { countAgainst } from '../../platform/kv/rate-limit.ts';
import { hasSms } from '../../platform/sms/sms.ts';
import { memberIdOf, type MemberActor } from '../../actor.ts';
import { findHold, loadHeld } from '../accounts/hold.ts';
import type { AccountHold } from '../accounts/hold-model.ts';
import { takeText } from '../outbox/texts/text-quota.ts';
import { readVouchingContacts } from '../registry/contacts/vouching-contacts.ts';
import { wrongCode } from '../sign-in/contacts/confirm-email.ts';
import { CODE_MINUTES, sendCode, takeCode } from '../sign-in/contacts/sent-code.ts';
import { lastAsker } from '../two-person/changes-of-account.ts';
import { doubtHead } from './doubt-head.ts';
import { releaseAccount } from './release-account.ts';

/** More are wanted only by who guesses: each is five tries, for as long as the account is held. */
const requests = { name: 'release-codes', limit: 10, windowMs: DAY_MS };
type Contacts = Record<ContactField, string | null>;
const NONE: Contacts = { phone: null, email: null };

/** What holds the actor's own account, and to which of its contacts a code can be sent that ends that; null: nothing does. */
export function showHold({ actor }: { actor: MemberActor }): Promise<HoldReply | null> {
  return transaction(async (t) => {
    const hold = await findHold(actor.accountId, t);
    if (!hold) return null;
    const { phone, email } = await readContacts({ actor, hold }, t);
    return {
      reason: hold.reason,
      until: toIso(hold.heldUntil),
      phone: phone && maskPhone(phone),
      email: email && maskEmail(email),
    };
  });
}

/**
 * Sends a code to a registered contact of the actor's own held account: whoever has it besides the code that staff have
 * seen is no clerk alone. Throws `wrong_state` where nothing is held or that contact cannot vouch, `too_many_requests`.
 */
export async function requestReleaseCode({ actor, by }: { actor: MemberActor; by: ContactField }): Promise<CodeSent> {
  await countAgainst(requests, String(actor.accountId));
  return transaction(async (t) => {
    const { account, hold } = await loadHeld(actor.accountId, t);
    const address = (await readContacts({ actor, hold }, t))[by];
    if (address === null) throw refused(`登记的${CONTACT_FIELDS[by]}不能用于启用，请改用其他方式，或与协会联系`);
    if (by === 'phone') await takeText(address, 'owner');
    const to = by === 'phone' ? ({ by, number: address, budget: 'owner' } as const) : { by, address };
    await sendCode({ account, purpose: 'release', to }, t);
    return { sentTo: by === 'phone' ? maskPhone(address) : maskEmail(address), minutes: CODE_MINUTES };
  });
}

/** Ends the hold by that code. Throws `invalid_fields` (code), `wrong_state` where nothing is held. */
export async function releaseByCode({ actor, code }: { actor: MemberActor; code: string }): Promise<void> {
  const { accountId, address } = actor;
  const isRight = await transaction(async (t) => {
    const { account, hold } = await loadHeld(actor.accountId, t);
    const sentTo = await takeCode({ accountId, purpose: 'release', code, address }, t);
    // As they are by now: a code that went to another contact proves nothing.
    const { phone, email } = await readContacts({ actor, hold }, t);
    if (sentTo === null || (sentTo !== phone && sentTo !== email)) return false;
    await releaseAccount({ actor, account, how: `凭发到登记的${sentTo === phone ? '手机号' : '邮箱'}的验证码` }, t);
    return true;
  });
  if (!isRight) throw wrongCode();
}

/** None where only a second person can say who has come; none of an account that was taken back because its owner has none. */
async function readContacts(
  { actor, hold }: { actor: MemberActor; hold: AccountHold },
  t: Transaction,
): Promise<Contacts> {
  if (hold.reason !== 'code') return NONE;
  if ((await lastAsker({ kind: 'member_reset', accountId: actor.accountId }, t)) !== null) return NONE;
  const member = memberIdOf(actor);
  const { phone, email } = await readVouchingContacts(member, { notBy: hold.issuedBy }, t);
  // The mobile of a head whom one of the staff has put there vouches for nobody.
  const isGood = hasSms() && phone !== null && (await doubtHead(member, t)) === null;
  return { phone: isGood ? phone : null, email };
}

const refused = (message: string) => new AppError('wrong_state', { message });
