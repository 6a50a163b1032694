import type { QueryInterface } from 'sequelize';
import { id, identifier, instant, integer, optional } from '../platform/db/columns.ts';
import { addColumn, addUniqueKey, createTable, dropColumn, dropKey, dropTable } from '../platform/db/ddl.ts';

/** Each entry of the audit log carries the hash of the one before; one row remembers where the chain ends. */
export async function up(q: QueryInterface): Promise<void> {
  /** Makes an entry unlike every other: a copied one is found out. Empty in entries of the time before. */
  await addColumn(q, 'audit_entries', 'nonce', optional(identifier(22)));
  /** Place in the chain, from 1; empty for the second between commit and chaining. */
  await addColumn(q, 'audit_entries', 'chain_no', optional(integer()));
  await addColumn(q, 'audit_entries', 'previous_hash', optional(identifier(43)));
  await addColumn(q, 'audit_entries', 'hash', optional(identifier(43)));
  await addUniqueKey(q, 'audit_entries', ['nonce']);
  await addUniqueKey(q, 'audit_entries', ['chain_no']);
  await createTable(q, 'audit_chains', {
    id: id(),
    /** Entries in the chain, and the hash of the last. */
    length: integer(),
    hash: identifier(43),
    /** Entries of the time before the chain, which have no nonce and come first. */
    legacy: integer(),
    /** HMAC of all three: whoever shortens the chain cannot say so here. */
    mac: identifier(43),
    updated_at: instant(),
  });
  await dropTable(q, 'audit_seals');
}

export async function down(q: QueryInterface): Promise<void> {
  await createTable(
    q,
    'audit_seals',
    { id: id(), until_entry_id: integer(), digest: identifier(64), sealed_at: instant() },
    { unique: [['until_entry_id']] },
  );
  await dropTable(q, 'audit_chains');
  await dropKey(q, 'uq', 'audit_entries', ['chain_no']);
  await dropKey(q, 'uq', 'audit_entries', ['nonce']);
  for (const column of ['hash', 'previous_hash', 'chain_no', 'nonce']) await dropColumn(q, 'audit_entries', column);
}
