import type { Actor } from '../../../actor.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { readFile } from '../../files/read-file.ts';
import { Ticket, TicketMessage } from '../model.ts';
import { ofMessage } from '../thread/write-message.ts';

/**
 * A file of a message. Of an identity document every opening is written down before a byte is handed out, whoever opens
 * it. Throws as `readFile`.
 */
export async function readTicketFile(asked: { actor: Actor; messageId: number; token: string }) {
  const { actor, messageId, token } = asked;
  const file = await readFile({ actor, owner: ofMessage(messageId), token });
  if (file.upload.isIdentity) await noteOpening(actor, messageId, file.fileName);
  return file;
}

async function noteOpening(actor: Actor, messageId: number, fileName: string): Promise<void> {
  const { ticketId } = await TicketMessage.findByPk(messageId, { rejectOnEmpty: true });
  const { number } = await Ticket.findByPk(ticketId, { rejectOnEmpty: true });
  const line = { action: 'ticket.identity-opened', targetKind: 'ticket', targetId: ticketId } as const;
  await transaction((t) => writeAudit({ actor, ...line, target: number, detail: fileName }, t));
}
