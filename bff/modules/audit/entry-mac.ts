import { keyedIndex } from '../../platform/crypto/sealed.ts';

/** The columns of an entry that its MAC covers. */
export interface SealedColumns {
  at: number;
  accountId: number | null;
  actor: string;
  action: string;
  targetKind: string;
  targetId: number;
  target: string;
  detail: string;
  address: string;
}

/** HMAC over an entry's columns: whoever alters one in the database without our key is found out. */
export function macOf(entry: SealedColumns): string {
  const { at, accountId, actor, action, targetKind, targetId, target, detail, address } = entry;
  return keyedIndex(
    'audit_entries',
    JSON.stringify([at, accountId, actor, action, targetKind, targetId, target, detail, address]),
  );
}

/** Digest of a stretch of entries, chained to the digest of the stretch before ('' for the first). */
export function sealDigest(previous: string, entries: readonly { id: number; mac: string }[]): string {
  return keyedIndex('audit_seals', JSON.stringify([previous, ...entries.map(({ id, mac }) => [id, mac])]));
}
