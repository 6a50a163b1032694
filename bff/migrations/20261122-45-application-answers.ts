import type { QueryInterface } from 'sequelize';
import { defaultsTo, flag, identifier, integer, optional, text } from '../platform/db/columns.ts';
import { addColumn, dropColumn } from '../platform/db/ddl.ts';

/** What further certificate types ask for: a year, a country, a Latin name, and that the person concerned agrees. */
export async function up(q: QueryInterface): Promise<void> {
  await addColumn(q, 'applications', 'year', optional(integer()));
  /** ISO 3166-1. */
  await addColumn(q, 'applications', 'country', defaultsTo(identifier(2), ''));
  await addColumn(q, 'applications', 'latin_name', defaultsTo(text(80), ''));
  await addColumn(q, 'applications', 'has_consent', defaultsTo(flag(), 0));
}

export async function down(q: QueryInterface): Promise<void> {
  await dropColumn(q, 'applications', 'has_consent');
  await dropColumn(q, 'applications', 'latin_name');
  await dropColumn(q, 'applications', 'country');
  await dropColumn(q, 'applications', 'year');
}
