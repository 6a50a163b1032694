import type { QueryInterface } from 'sequelize';
import { defaultsTo, fen, identifier, instant, integer, optional } from '../platform/db/columns.ts';
import { addColumn, addIndex, dropColumn, dropIndex } from '../platform/db/ddl.ts';

const ADDED = {
  activity_groups: { fee_fen: defaultsTo(fen(), 0) },
  activities: {
    /** Percent that goes back to who asks for leave. */
    leave_refund: defaultsTo(integer(), 100),
    cancelled_by_id: optional(integer()),
    /** Of a cancelled activity with payments: waits for a second person, or is sent. */
    refund_state: defaultsTo(identifier(10), ''),
  },
  activity_registrations: {
    /** As they were when he signed up: never dearer, never less back. */
    fee_fen: defaultsTo(fen(), 0),
    leave_refund: defaultsTo(integer(), 100),
    pay_until: optional(instant()),
    paid_at: optional(instant()),
    /** Place on the waiting list before that of signing up: smaller is earlier. */
    queue: defaultsTo(integer(), 0),
  },
};

/** What a payment is for is asked by every page that shows one. */
const PAID_FOR = ['purpose', 'subject_id'];

/** What an activity costs, what goes back, and until when a seat is held for its payment. */
export async function up(q: QueryInterface): Promise<void> {
  for (const [table, columns] of Object.entries(ADDED)) {
    for (const [name, column] of Object.entries(columns)) await addColumn(q, table, name, column);
  }
  await addIndex(q, 'payments', PAID_FOR);
}

export async function down(q: QueryInterface): Promise<void> {
  await dropIndex(q, 'payments', PAID_FOR);
  for (const [table, columns] of Object.entries(ADDED)) {
    for (const name of Object.keys(columns)) await dropColumn(q, table, name);
  }
}
