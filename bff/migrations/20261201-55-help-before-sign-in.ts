import type { QueryInterface } from 'sequelize';
import { defaultsTo, flag, id, instant, longText, optional, integer, text } from '../platform/db/columns.ts';
import { addColumn, createTable, dropColumn, dropTable } from '../platform/db/ddl.ts';

/** 求助 of people who cannot sign in: kept until the job that makes a ticket of it has looked whose number it is. */
export async function up(q: QueryInterface): Promise<void> {
  await createTable(q, 'help_requests', {
    id: id(),
    /** null: nobody has the number that was typed. */
    account_id: optional(integer()),
    /** 199****7919 */
    phone_masked: text(20),
    reason: longText(),
    address: text(64),
    asked_at: instant(),
  });
  await addColumn(q, 'tickets', 'is_unverified', defaultsTo(flag(), 0));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'tickets', 'is_unverified');
  await dropTable(q, 'help_requests');
}
