import type { StaffActor } from '../../../actor.ts';
import type { TicketPresence } from '../../../contract/ticket-desk/replies.ts';
import { leave, meet } from '../../../platform/kv/presence.ts';
import { loadTicket } from '../policy.ts';

const keyOf = (ticketId: number) => `ticket:${ticketId}`;

/**
 * Says that somebody looks at a ticket or writes an answer, and hears who else does, and whether something was said
 * meanwhile. A courtesy (presence.ts): answers are guarded by the version. Throws `not_found`.
 */
export async function announceAtTicket(here: {
  actor: StaffActor;
  id: number;
  isWriting: boolean;
}): Promise<TicketPresence> {
  const { actor, id, isWriting } = here;
  const { version } = await loadTicket(actor, id);
  const others = await meet(keyOf(id), { accountId: actor.accountId, name: actor.name, isWriting });
  return { others: others.map((other) => ({ name: other.name, isWriting: other.isWriting })), version };
}

/** Says that somebody has gone on. Throws `not_found`. */
export async function leaveTicket({ actor, id }: { actor: StaffActor; id: number }): Promise<void> {
  await loadTicket(actor, id);
  await leave(keyOf(id), actor.accountId);
}
