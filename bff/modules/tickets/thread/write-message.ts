import type { Transaction } from 'sequelize';
import type { Actor } from '../../../actor.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { takeIdentities } from '../../../contract/text.ts';
import type { TextDoubt } from '../../../contract/text-doubts.ts';
import { ticketCategory } from '../../../contract/tickets/enums.ts';
import { bindFiles, markIdentity } from '../../files/bind-files.ts';
import { limitFilesOf } from './limit-files.ts';
import { TicketMessage, type Ticket } from '../model.ts';
import { keepNumbers } from '../numbers/keep-numbers.ts';

/** The owner of what was sent with a message. */
export const ofMessage = (id: number) => ({ kind: 'ticket_message', id }) as const;

/**
 * Writes what somebody says, and binds its files to it. Identity numbers in it are kept encrypted beside it: the words have
 * them masked, whoever reads them wherever. Throws `invalid_fields` for files that are gone. Answers its id.
 */
export async function writeMessage(
  said: {
    ticket: Ticket;
    actor: Actor;
    body: string;
    attachments: readonly string[];
    /** Those that show an identity document; all of them in a category that asks for one. */
    identityFiles?: readonly string[] | undefined;
    doubt?: TextDoubt | null | undefined;
    idempotencyKey: string | null;
  },
  t: Transaction,
): Promise<number> {
  const { ticket, actor, body, attachments, identityFiles = [], doubt = null, idempotencyKey } = said;
  const { masked, numbers } = takeIdentities(body);
  const message = await TicketMessage.create(
    {
      ticketId: ticket.id,
      at: clock.now(),
      byKind: actor.kind === 'staff' ? 'staff' : 'member',
      byId: actor.accountId,
      byName: actor.name,
      body: masked,
      doubt,
      idempotencyKey,
    },
    { transaction: t },
  );
  await keepNumbers(message.id, numbers, t);
  const owner = ofMessage(message.id);
  await bindFiles({ accountId: actor.accountId, owner, tokens: attachments, takesDocuments: true }, t);
  if (attachments.length === 0 || actor.kind === 'staff') return message.id;
  const isAll = ticketCategory(ticket.category).showsIdentity === true;
  await markIdentity({ owner, tokens: isAll ? attachments : identityFiles }, t);
  await limitFilesOf(ticket.id, t);
  return message.id;
}
