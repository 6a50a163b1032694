import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { FILE_KINDS } from '../../contract/files/enums.ts';
import type { KeptFile } from '../../contract/files/endpoints.ts';
import { oneOf } from '../../contract/reply-parts.ts';
import { select } from '../../platform/db/database.ts';
import { inList } from '../../platform/db/keyset.ts';
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

/** The files of several owners of one kind, by owner, with one statement; whoever asks has authorised them. */
export async function listFilesOf(
  kind: string,
  ids: readonly number[],
  t?: Transaction,
): Promise<ReadonlyMap<number, KeptFile[]>> {
  const files = new Map<number, KeptFile[]>();
  if (ids.length === 0) return files;
  const owners = inList(ids);
  const sql = `SELECT ${COLUMNS} FROM uploads WHERE owner_kind = ? AND owner_id IN ${owners.sql} ORDER BY id`;
  for (const { ownerId, isIdentity, ...file } of await select(row, sql, [kind, ...owners.values], t)) {
    files.set(ownerId, [...(files.get(ownerId) ?? []), keptFileOf({ ...file, isIdentity: isIdentity === 1 })]);
  }
  return files;
}
