import { toIso } from '../../contract/dates.ts';
import type { SessionReply } from '../../contract/accounts/endpoints.ts';
import { AppError } from '../../errors.ts';
import { readMemberCard } from '../registry/facts/read-member-card.ts';
import type { Actor, InSession, StaffActor } from '../../actor.ts';
import { findHold } from '../accounts/hold.ts';
import { Account, Session } from '../accounts/model.ts';
import { showSecondFactor } from './second-factor/show-second-factor.ts';

/** What a client shows of the signed-in account. Throws `not_signed_in` when the session ended meanwhile. */
export async function showSession({ actor }: { actor: Actor & InSession }): Promise<SessionReply> {
  const [account, session] = await Promise.all([Account.findByPk(actor.accountId), Session.findByPk(actor.sessionId)]);
  if (!account || !session) throw new AppError('not_signed_in');
  const previous = session.previousSignInAt;
  const hold = actor.kind === 'staff' ? null : await findHold(actor.accountId);
  return {
    account: await describeAccount(actor),
    mustChangePassword: account.isTemporary,
    ...(actor.kind === 'staff' && { mustSetUpSecondFactor: await lacksSecondFactor(actor) }),
    ...(hold && { held: { reason: hold.reason, until: toIso(hold.heldUntil) } }),
    lastSignedInAt: toIso(previous),
  };
}

async function lacksSecondFactor(actor: StaffActor & InSession): Promise<boolean> {
  const { isRequired, isEnrolled } = await showSecondFactor({ actor });
  return isRequired && !isEnrolled;
}

async function describeAccount(actor: Actor & InSession): Promise<SessionReply['account']> {
  if (actor.kind === 'staff') return { id: actor.accountId, kind: 'staff', name: actor.name, roles: actor.roles };
  return { id: actor.accountId, kind: actor.kind, name: actor.name, ...(await readMemberCard(actor)) };
}
