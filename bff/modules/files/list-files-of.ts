import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { FILE_KINDS } from '../../contract/files/enums.ts';
import type { KeptFile } from '../../contract/files/endpoints.ts';
import { oneOf } from '../../contract/reply-parts.ts';
import { select } from '../../platform/db/database.ts';
import { inList, type Condition } from '../../platform/db/keyset.ts';
import { flag } from '../../platform/db/rows.ts';
import { keptFileOf } from './list-files.ts';

const row = z.strictObject({
  ownerId: z.int(),
  token: z.string(),
  name: z.string(),
  kind: oneOf(FILE_KINDS),
  size: z.int(),
  isIdentity: flag,
  scan: z.enum(['unscanned', 'pending', 'clean', 'infected']),
  removedWhy: z.enum(['withdrawn', 'expired', 'infected']).nullable(),
});
const COLUMNS = `owner_id AS ownerId, token, name, kind, size, is_identity AS isIdentity, scan, removed_why AS removedWhy`;

/** Files of several owners of one kind, by owner. */
export type FilesByOwner = ReadonlyMap<number, KeptFile[]>;

/** The files of several owners of one kind, with one statement; whoever asks has authorised them. */
export async function listFilesOf(kind: string, ids: readonly number[], t?: Transaction): Promise<FilesByOwner> {
  if (ids.length === 0) return new Map();
  const owners = inList(ids);
  const sql = `SELECT ${COLUMNS} FROM uploads WHERE owner_kind = ? AND owner_id IN ${owners.sql} ORDER BY id`;
  return byOwner(await select(row, sql, [kind, ...owners.values], t));
}

/** The same of owners that a SELECT finds, which answers their ids as `owner`: to be read together with them. */
export const filesOfFound = (kind: string, owners: Condition) => ({
  row,
  sql: `SELECT ${COLUMNS} FROM (${owners.sql}) AS found
    JOIN uploads u ON u.owner_kind = ? AND u.owner_id = found.owner ORDER BY u.id`,
  values: [...owners.values, kind],
});

/** What filesOfFound has read, by owner. */
export function byOwner(rows: readonly z.infer<typeof row>[]): FilesByOwner {
  const files = new Map<number, KeptFile[]>();
  for (const { ownerId, isIdentity, ...file } of rows) {
    files.set(ownerId, [...(files.get(ownerId) ?? []), keptFileOf({ ...file, isIdentity: isIdentity === 1 })]);
  }
  return files;
}
