import type { Transaction } from 'sequelize';
import { database, select } from '../../../platform/db/database.ts';
import { idRow } from '../../../platform/db/rows.ts';
import { inList } from '../../../platform/db/keyset.ts';

/** Firms and lawyers whose facts a transaction reads or changes. */
export interface Subjects {
  firmIds: readonly number[];
  lawyerIds: readonly number[];
}

/**
 * Holds the facts about these subjects still until `t` ends: nobody can change them, others may read them too. What
 * `t` reads afterwards, and freezes into a certificate, is then true at the moment it decides (spec certificates.md,
 * Review). On SQLite a transaction is alone with the database anyway.
 */
export async function lockForReading(subjects: Subjects, t: Transaction): Promise<void> {
  await lock(subjects, 'LOCK IN SHARE MODE', t);
}

/**
 * Waits for every decision under way about these subjects and keeps new ones waiting until `t` ends. Every act that
 * changes a fact about a member (the record itself, its firm, its discipline records) calls this before its first
 * write, with a lawyer's firm too: the number of its lawyers is a fact about the firm.
 */
export async function lockForWriting(subjects: Subjects, t: Transaction): Promise<void> {
  await lock(subjects, 'FOR UPDATE', t);
}

// Everybody locks firms before lawyers and each by ascending id, so that two never wait for each other.
async function lock({ firmIds, lawyerIds }: Subjects, mode: string, t: Transaction): Promise<void> {
  if (database.dialect === 'sqlite') return;
  await lockRows('firms', firmIds, mode, t);
  await lockRows('lawyers', lawyerIds, mode, t);
}

async function lockRows(table: string, ids: readonly number[], mode: string, t: Transaction): Promise<void> {
  if (ids.length === 0) return;
  const list = inList([...new Set(ids)].sort((a, b) => a - b));
  // For a long list the optimiser may scan the table, and lock strangers: the primary key is the way.
  await select(
    idRow,
    `SELECT id FROM ${table} FORCE INDEX (PRIMARY) WHERE id IN ${list.sql} ORDER BY id ${mode}`,
    list.values,
    t,
  );
}
