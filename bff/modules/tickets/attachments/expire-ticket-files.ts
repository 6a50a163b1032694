import { z } from 'zod';
import { addDays, DAY_MS, HOUR_MS, startOfShanghaiDay } from '../../../contract/dates.ts';
import { env } from '../../../env.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select, transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { ofTicket } from '../../../subject.ts';
import { discardFiles } from '../../files/discard-files.ts';
import { isGroundOfEntry } from '../../registry/corrections/of-ticket.ts';
import { readTimeline } from '../../timeline/read-timeline.ts';
import { Ticket, TicketMessage } from '../model.ts';
import { TicketNumber } from '../numbers/model.ts';
import { ofMessage } from '../thread/write-message.ts';

const ticketRow = z.strictObject({ id: z.int() });
const AT_ONCE = 200;
/** Shanghai time at which nobody waits for the server. */
const NIGHT_MS = 3 * HOUR_MS;

/**
 * Takes away the files of tickets that ended long enough ago (desk.md: 180 days after closing), and the identity numbers
 * that were written in them; the messages go on saying that there was a file, and have the numbers masked. What proves
 * an entry of the registry is kept as long as the entry.
 */
export async function expireTicketFiles(): Promise<void> {
  const endedBefore = clock.now() - env.TICKET_FILE_KEEP_DAYS * DAY_MS;
  for (let after = 0; ;) {
    const tickets = await select(
      ticketRow,
      `SELECT DISTINCT s.id AS id
       FROM (SELECT owner_id AS message_id FROM uploads WHERE owner_kind = 'ticket_message' AND discarded_at IS NULL
             UNION SELECT message_id FROM ticket_numbers) kept
       JOIN ticket_messages m ON m.id = kept.message_id
       JOIN tickets o ON o.id = m.ticket_id
       JOIN tickets s ON s.id = COALESCE(o.merged_into, o.id)
       WHERE s.is_open = 0 AND s.merged_into IS NULL AND s.state <> 'solved' AND s.last_message_at < ? AND s.id > ?
       ORDER BY s.id LIMIT ${AT_ONCE}`,
      [endedBefore, after],
    );
    for (const { id } of tickets) await expireFilesOf(id, endedBefore);
    const last = tickets.at(-1);
    if (!last || tickets.length < AT_ONCE) return;
    after = last.id;
  }
}

async function expireFilesOf(ticketId: number, endedBefore: number): Promise<void> {
  const timeline = await readTimeline(ofTicket(ticketId));
  // The line that ended it is the last one.
  if ((timeline.at(-1)?.at ?? endedBefore) >= endedBefore) return;
  // What was merged into it ends with it.
  const merged = await Ticket.findAll({ where: { mergedInto: ticketId }, attributes: ['id'] });
  const ids = [ticketId, ...merged.map(({ id }) => id)];
  if (await isGroundOfEntry(ids)) return;
  // Merged when it proved an entry, and not any more.
  if ((await Ticket.count({ where: { id: ids, isGround: true } })) > 0) return;
  const messages = await TicketMessage.findAll({ where: { ticketId: ids }, attributes: ['id'] });
  await transaction(async (t) => {
    for (const { id } of messages) await discardFiles({ owner: ofMessage(id), why: 'expired' }, t);
    const messageId = messages.map(({ id }) => id);
    await TicketNumber.destroy({ where: { messageId }, transaction: t });
  });
}

/** Asks for the next night's look; every process may ask, it is done once. */
export async function scheduleExpiry(): Promise<void> {
  const tonight = startOfShanghaiDay(clock.today()) + NIGHT_MS;
  const runAt = tonight > clock.now() ? tonight : startOfShanghaiDay(addDays(clock.today(), 1)) + NIGHT_MS;
  await transaction((t) => enqueue('expire-ticket-files', {}, { t, dedupeKey: `expire-ticket-files:${runAt}`, runAt }));
}
