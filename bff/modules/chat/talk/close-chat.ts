import type { Transaction } from 'sequelize';
import type { Actor, MemberActor, StaffActor } from '../../../actor.ts';
import type { ChatEvent } from '../../../contract/chat/enums.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import type { Chat } from '../model.ts';
import { expectOpen, expectOwn, loadChat } from '../policy.ts';
import { NO_OFFER } from './no-offer.ts';
import { writeEvent } from './write-number.ts';

/** Ends a talk whose row is locked, and says why. */
export async function closeChat(
  chat: Chat,
  { event, by }: { event: ChatEvent; by: Actor | null },
  change: Partial<Pick<Chat, 'ticketId' | 'ticketNumber'>>,
  t: Transaction,
): Promise<void> {
  const ended = { state: 'closed', closedAt: clock.now(), endedBy: event, ...NO_OFFER } as const;
  await writeEvent(chat, { event, by }, { ...ended, ...change }, t);
}

/** Ends a talk for its member, or takes the member out of the queue. A second call changes nothing. Throws `not_found`. */
export async function endOwnChat({ actor, id }: { actor: MemberActor; id: number }): Promise<void> {
  await transaction(async (t) => {
    const chat = await loadChat(actor, id, t);
    if (chat.state !== 'closed') await closeChat(chat, { event: 'ended_by_member', by: actor }, {}, t);
  });
}

/** Ends an own talk. Throws `not_found`, `wrong_state` in words. */
export async function endChat({ actor, id }: { actor: StaffActor; id: number }): Promise<void> {
  await transaction(async (t) => {
    const chat = await loadChat(actor, id, t);
    expectOpen(chat);
    expectOwn(actor, chat);
    await closeChat(chat, { event: 'ended_by_staff', by: actor }, {}, t);
  });
}
