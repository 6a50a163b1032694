import type { QueryInterface } from 'sequelize';
import { defaultsTo, instant, integer, optional, text } from '../platform/db/columns.ts';
import { addColumn, addIndex, dropColumn, dropIndex } from '../platform/db/ddl.ts';

const DECISIONS = ['review_mode', 'decided_at', 'type_id', 'decided_by', 'outcome', 'submitted_at'];
/** Statistics leave out how long an application waited for its member, from the index alone as before. */
const DECISIONS_OF_OURS = [...DECISIONS, 'member_ms'];

/** 退回补正: an application that waits for its member to complete it, why, until when, and how long it has done so. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'applications', 'returned_at', optional(instant()));
  await addColumn(q, 'applications', 'returned_until', optional(instant()));
  await addColumn(q, 'applications', 'return_reason', defaultsTo(text(300), ''));
  await addColumn(q, 'applications', 'return_request', defaultsTo(text(300), ''));
  await addColumn(q, 'applications', 'member_ms', defaultsTo(integer(), 0));
  await addIndex(q, 'applications', DECISIONS_OF_OURS);
  await dropIndex(q, 'applications', DECISIONS);
}

export async function down(q: QueryInterface): Promise<void> {
  await addIndex(q, 'applications', DECISIONS);
  await dropIndex(q, 'applications', DECISIONS_OF_OURS);
  await dropColumn(q, 'applications', 'member_ms');
  await dropColumn(q, 'applications', 'return_request');
  await dropColumn(q, 'applications', 'return_reason');
  await dropColumn(q, 'applications', 'returned_until');
  await dropColumn(q, 'applications', 'returned_at');
}
