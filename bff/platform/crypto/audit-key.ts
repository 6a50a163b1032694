import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { env } from '../../env.ts';
import { keepsState } from '../singletons.ts';
import { keyFromFile } from './data-key.ts';
import { keyedIndex } from './keyed-index.ts';
import { sha256 } from './sha256.ts';

interface AuditKey {
  /** Names the key beside what it sealed, and tells nothing of it. */
  id: string;
  bytes: Buffer;
  purposes: Map<string, KeyObject>;
}

/** The present one first, then those before it. */
let keys: AuditKey[] | undefined;
keepsState(forgetAuditKeys);

/** Has the settings read again at the next use. */
export function forgetAuditKeys(): void {
  keys = undefined;
}

/** The key by which the audit log is sealed now. It is not derived from DATA_KEY and does not lie beside it. */
export const presentAuditKey = (): string => (all()[0] as AuditKey).id;

/** How new a key is: 0 the data key, which sealed the log before it had its own; greater, newer; -1: none of ours. */
export function ageOfAuditKey(id: string | null): number {
  if (id === null) return 0;
  const at = all().findIndex((key) => key.id === id);
  return at < 0 ? -1 : all().length - at;
}

/** HMAC-SHA256 of `text` for one field by the key of that id (null: the data key), 43 characters; '' where we have no such key. */
export function auditMac(id: string | null, field: string, text: string): string {
  if (id === null) return keyedIndex(field, text);
  const key = all().find((one) => one.id === id);
  return key ? createHmac('sha256', purposeOf(key, field)).update(text).digest('base64url') : '';
}

function all(): AuditKey[] {
  keys ??= [
    env.AUDIT_KEY ? Buffer.from(env.AUDIT_KEY, 'base64') : keyFromFile(join(env.DATA_DIR, 'audit'), 'audit.key'),
    ...(env.AUDIT_FORMER_KEYS ?? []).map((key) => Buffer.from(key, 'base64')),
  ].map((bytes) => ({ id: sha256(`audit key ${bytes.toString('base64')}`).slice(0, 8), bytes, purposes: new Map() }));
  return keys;
}

function purposeOf({ bytes, purposes }: AuditKey, field: string): KeyObject {
  const known = purposes.get(field);
  if (known) return known;
  const derived = createSecretKey(Buffer.from(hkdfSync('sha256', bytes, '', `lvzheng ${field}`, 32)));
  purposes.set(field, derived);
  return derived;
}
