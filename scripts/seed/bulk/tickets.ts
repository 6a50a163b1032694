import { DAY_MS, toShanghaiDate } from '../../../bff/contract/dates.ts';
import {
  OPEN_STATES,
  TICKET_CATEGORIES,
  ticketCategory,
  type TicketCategoryKey,
} from '../../../bff/contract/tickets/enums.ts';
import { NEVER } from '../../../bff/modules/tickets/rules.ts';
import { clock } from '../../../bff/platform/clock/clock.ts';
import type { BulkRegistry } from './registry.ts';
import { randomNumbers } from './random.ts';
import { nextId, rowsFor, writeRows } from './rows.ts';

const TICKETS_PER_WRITE = 20_000;
const YEAR_DAYS = 365;
/** The last of a year's tickets are open, and one in a hundred of those before: what waits for a member, or for proof. */
const OPEN_LAST = 0.005;
const OPEN_BEFORE = 0.01;
const KEYS = Object.keys(TICKET_CATEGORIES) as TicketCategoryKey[];

const tables = {
  tickets: rowsFor(
    'tickets',
    `id, number, category, role, title, asker_kind, asker_id, asker_name, account_id, idempotency_key, content_hash,
     state, is_open, assignee_id, assignee_name, opened_at, last_message_at, first_due_at, done_due_at, done_left,
     is_expected, queue_due_at, basis, watch_at, solved_at, version`,
  ),
  messages: rowsFor('ticket_messages', 'id, ticket_id, at, by_kind, by_id, by_name, body'),
};

/** A year of tickets: so many of them, each with its first message. Who works on them are the accounts of `staffIds`. */
export async function seedBulkTickets(
  { lawyers }: Pick<BulkRegistry, 'lawyers'>,
  staffIds: readonly number[],
  count: number,
): Promise<void> {
  const random = randomNumbers(2);
  const now = clock.now();
  const first = { ticket: await nextId('tickets'), message: await nextId('ticket_messages') };
  for (let n = 0; n < count; n++) {
    // In the order in which they came, as ids are.
    const openedAt = now - Math.floor(((count - n) / count) * YEAR_DAYS * DAY_MS);
    const isOpen = n > count * (1 - OPEN_LAST) || random.next() < OPEN_BEFORE;
    addTicket({
      id: first.ticket + n,
      messageId: first.message + n,
      lawyer: random.oneOf(lawyers),
      category: random.oneOf(KEYS),
      staffId: random.next() < 0.2 ? null : random.oneOf(staffIds),
      openedAt,
      state: isOpen ? random.oneOf(OPEN_STATES) : endOf(random.next()),
      dueAt: now + Math.floor((random.next() - 0.2) * 3 * DAY_MS),
    });
    if ((n + 1) % TICKETS_PER_WRITE === 0) await writeRows(Object.values(tables));
  }
  await writeRows(Object.values(tables));
}

const endOf = (at: number) => (at < 0.9 ? 'closed' : at < 0.95 ? 'cancelled' : at < 0.97 ? 'merged' : 'solved');

function addTicket(made: {
  id: number;
  messageId: number;
  lawyer: BulkRegistry['lawyers'][number];
  category: TicketCategoryKey;
  staffId: number | null;
  openedAt: number;
  state: 'waiting' | 'working' | 'asked' | ReturnType<typeof endOf>;
  dueAt: number;
}): void {
  const { id, lawyer, category, openedAt, state, dueAt, staffId } = made;
  const { id: askerId, name } = lawyer.facts;
  const number = `G${toShanghaiDate(openedAt).replaceAll('-', '').slice(2)}${String(id).padStart(4, '0')}`;
  const isOpen = state === 'waiting' || state === 'working' || state === 'asked';
  const runs = state === 'waiting' || state === 'working';
  const run = { from: openedAt, minutes: 480, whole: 480, of: { category, minutes: 480 }, told: 0 };
  const basis = {
    first: null,
    done: runs ? run : null,
    asked: state === 'asked' ? { since: openedAt, remindedAt: null } : null,
  };
  const due = runs ? dueAt : NEVER;
  const key = `bulk-ticket-${id}`;
  tables.tickets.add(
    ...[id, number, category, ticketCategory(category).role, '执业机构已经变更，系统里仍是原来的律所'],
    ...['lawyer', askerId, name, lawyer.accountId, key, key, state, isOpen ? 1 : 0],
    ...[staffId, staffId === null ? '' : `客服${staffId}`, openedAt, openedAt, null, runs ? dueAt : null, null, 0],
    ...[due, JSON.stringify(basis), due, isOpen ? null : openedAt, 1],
  );
  tables.messages.add(made.messageId, id, openedAt, 'member', lawyer.accountId, name, MESSAGE);
}

const MESSAGE = '本人已于上月转入现在的律师事务所，新的律师执业证已经领到，请协助更正执业机构，谢谢。';
