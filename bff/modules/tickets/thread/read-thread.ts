import { z } from 'zod';
import { Op, type Transaction } from 'sequelize';
import { oneOf } from '../../../contract/reply-parts.ts';
import { TEXT_DOUBTS } from '../../../contract/text-doubts.ts';
import type { TicketDetail } from '../../../contract/tickets/replies.ts';
import { select, selectTogether, type Found } from '../../../platform/db/database.ts';
import { ofTicket } from '../../../subject.ts';
import { byOwner, filesOfFound, type FilesByOwner } from '../../files/list-files-of.ts';
import { timelineOf, type TimelineFact } from '../../timeline/read-timeline.ts';
import { Ticket } from '../model.ts';
import { presentTied } from '../present.ts';

const row = z.strictObject({
  id: z.int(),
  at: z.int(),
  byKind: z.enum(['member', 'staff']),
  byName: z.string(),
  body: z.string(),
  doubt: oneOf(TEXT_DOUBTS).nullable(),
  /** Number of the ticket that it was written in. */
  number: z.string(),
});
export type ThreadMessage = z.infer<typeof row>;

/** What a ticket's page shows of its course: each file belongs to the message that it was sent with. */
export interface Thread {
  messages: ThreadMessage[];
  files: FilesByOwner;
  timeline: TimelineFact<'ticket'>[];
}

/** Selects columns of the messages of a ticket and of those that were merged into it; each half of the union has its own index. */
const said = (columns: string) => {
  const of = (which: string) =>
    `SELECT ${columns} FROM tickets s JOIN ticket_messages m ON m.ticket_id = s.id WHERE ${which} = ?`;
  return `${of('s.id')} UNION ALL ${of('s.merged_into')}`;
};
// The ids of messages grow with time, across tickets as well: they order what was said.
const SAID = `${said(`m.id AS id, m.at, m.by_kind AS byKind, m.by_name AS byName, m.body, m.doubt, s.number`)} ORDER BY id`;

/** What was said in a ticket and in those that were merged into it, and what happened to it, to be read with it. */
export const threadOf = (ticketId: number) => ({
  messages: { row, sql: SAID, values: [ticketId, ticketId] },
  files: filesSentIn(ticketId),
  timeline: timelineOf(ofTicket(ticketId)),
});

/** Gives what threadOf has read the shape that pages show. */
export const presentThread = ({ messages, files, timeline }: Found<ReturnType<typeof threadOf>>): Thread => ({
  messages,
  files: byOwner(files),
  // A ticket's timeline holds no other kind of event: writeEvent refuses them.
  timeline: timeline as TimelineFact<'ticket'>[],
});

/** What was said in a ticket and what happened to it; whoever asks has authorised it. */
export const readThread = async (ticketId: number): Promise<Thread> =>
  presentThread(await selectTogether(threadOf(ticketId)));

/** What was sent with the messages of a ticket and of those that were merged into it; whoever asks has authorised it. */
export async function filesOfThread(ticketId: number, t: Transaction): Promise<FilesByOwner> {
  const { row, sql, values } = filesSentIn(ticketId);
  return byOwner(await select(row, sql, values, t));
}

const filesSentIn = (ticketId: number) =>
  filesOfFound('ticket_message', { sql: said('m.id AS owner'), values: [ticketId, ticketId] });

/** What a ticket, and those that were merged into it, are about: each object once, in the order in which it was asked. */
export async function readTies(ticketId: number): Promise<TicketDetail['ties']> {
  const named = await Ticket.findAll({
    where: { [Op.or]: [{ id: ticketId }, { mergedInto: ticketId }], tiedKind: { [Op.ne]: null } },
    attributes: ['tiedKind', 'tiedKey', 'tiedId', 'tiedName'],
    order: ['id'],
  });
  const ties = named.flatMap((ticket) => {
    const tied = presentTied(ticket);
    return tied ? [{ ...tied, id: ticket.tiedId }] : [];
  });
  return ties.filter((tie, n) => ties.findIndex(({ kind, key }) => kind === tie.kind && key === tie.key) === n);
}

/** The ticket into which this one was merged, to be named; null where it stands for itself. */
export async function mergedIntoOf({
  mergedInto,
}: Pick<Ticket, 'mergedInto'>): Promise<{ id: number; number: string } | null> {
  if (mergedInto === null) return null;
  const { id, number } = await Ticket.findByPk(mergedInto, { attributes: ['id', 'number'], rejectOnEmpty: true });
  return { id, number };
}

/** The ticket that an addition to this one belongs to: where it was merged, the one at whose end it stands, locked. */
export async function answeredIn(ticket: Ticket, t: Transaction): Promise<Ticket> {
  if (ticket.mergedInto === null) return ticket;
  return Ticket.findByPk(ticket.mergedInto, { transaction: t, lock: t.LOCK.UPDATE, rejectOnEmpty: true });
}
