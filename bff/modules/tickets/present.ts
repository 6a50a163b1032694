import type { Actor } from '../../actor.ts';
import { toIso } from '../../contract/dates.ts';
import type { KeptFile } from '../../contract/files/endpoints.ts';
import type { OwnTicket, OwnTicketRow } from '../../contract/tickets/replies.ts';
import type { Tied } from '../../contract/tickets/ties.ts';
import type { TimelineFact } from '../timeline/read-timeline.ts';
import type { Ticket } from './model.ts';
import type { ThreadMessage } from './thread/read-thread.ts';

/** Members read of the association, not of a person. */
const STAFF = '协会工作人员';

type Named = Pick<Ticket, 'id' | 'number' | 'category' | 'title' | 'state' | 'openedAt' | 'lastMessageAt'>;

/** What every list and page says of a ticket. */
export const presentTicket = (ticket: Named): OwnTicketRow => ({
  id: ticket.id,
  number: ticket.number,
  category: ticket.category,
  title: ticket.title,
  state: ticket.state,
  openedAt: toIso(ticket.openedAt),
  lastMessageAt: toIso(ticket.lastMessageAt),
});

/** What a ticket is about besides its words; null: nothing. */
export const presentTied = ({
  tiedKind: kind,
  tiedKey: key,
  tiedName: name,
}: Pick<Ticket, 'tiedKind' | 'tiedKey' | 'tiedName'>): Tied | null =>
  kind === null || key === null ? null : { kind, key, name };

/** What was said in a ticket and those merged into it, for one side or the other. */
export const presentMessages = (
  messages: readonly ThreadMessage[],
  files: ReadonlyMap<number, KeptFile[]>,
  { number, reader }: { number: string; reader: Actor['kind'] },
): OwnTicket['messages'] =>
  messages.map(({ id, byKind, byName, at, body, number: from }) => ({
    id,
    by: byKind === 'staff' && reader !== 'staff' ? STAFF : byName,
    isMembers: byKind === 'member',
    from: from === number ? null : from,
    at: toIso(at),
    body,
    attachments: files.get(id) ?? [],
  }));

export const presentTimeline = (
  facts: readonly TimelineFact<'ticket'>[],
  reader: Actor['kind'],
): OwnTicket['timeline'] =>
  facts.map(({ event, at, byKind, byName, note }) => ({
    event,
    at: toIso(at),
    by: byKind === 'staff' && reader !== 'staff' ? STAFF : byName,
    note,
  }));
