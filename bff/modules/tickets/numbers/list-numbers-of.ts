import { z } from 'zod';
import { select } from '../../../platform/db/database.ts';

const row = z.strictObject({ id: z.int(), messageId: z.int(), masked: z.string() });

/**
 * The numbers that stand masked in what was said in a ticket and in those merged into it, by message; whoever asks has
 * authorised it.
 */
export async function listNumbersOf(ticketId: number): Promise<ReadonlyMap<number, { id: number; masked: string }[]>> {
  const found = (which: string) => `SELECT n.id AS id, n.message_id AS messageId, n.masked FROM tickets s
    JOIN ticket_messages m ON m.ticket_id = s.id JOIN ticket_numbers n ON n.message_id = m.id WHERE ${which} = ?`;
  const rows = await select(row, `${found('s.id')} UNION ALL ${found('s.merged_into')} ORDER BY id`, [
    ticketId,
    ticketId,
  ]);
  const byMessage = new Map<number, { id: number; masked: string }[]>();
  for (const { id, messageId, masked } of rows) {
    byMessage.set(messageId, [...(byMessage.get(messageId) ?? []), { id, masked }]);
  }
  return byMessage;
}
