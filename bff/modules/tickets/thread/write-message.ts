import type { Transaction } from 'sequelize';
import type { Actor } from '../../../actor.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { bindFiles } from '../../files/bind-files.ts';
import { TicketMessage, type Ticket } from '../model.ts';

/** The owner of what was sent with a message. */
export const ofMessage = (id: number) => ({ kind: 'ticket_message', id }) as const;

/** Writes what somebody says, and binds its files to it. Throws `invalid_fields` for files that are gone. */
export async function writeMessage(
  said: {
    ticket: Ticket;
    actor: Actor;
    body: string;
    attachments: readonly string[];
    idempotencyKey: string | null;
  },
  t: Transaction,
): Promise<void> {
  const { ticket, actor, body, attachments, idempotencyKey } = said;
  const message = await TicketMessage.create(
    {
      ticketId: ticket.id,
      at: clock.now(),
      byKind: actor.kind === 'staff' ? 'staff' : 'member',
      byId: actor.accountId,
      byName: actor.name,
      body,
      idempotencyKey,
    },
    { transaction: t },
  );
  await bindFiles({ accountId: actor.accountId, owner: ofMessage(message.id), tokens: attachments }, t);
}
