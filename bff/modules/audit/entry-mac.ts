import { auditMac } from '../../platform/crypto/audit-key.ts';

/** By which key of the log something was sealed; null: by the data key, before the log had its own. */
interface Sealed {
  keyId: string | null;
}

/** The columns of an entry that its MAC covers. */
export interface SealedColumns extends Sealed {
  at: number;
  accountId: number | null;
  actor: string;
  action: string;
  targetKind: string;
  targetId: number;
  target: string;
  detail: string;
  address: string;
  /** null: written before entries had one. */
  nonce: string | null;
  /** null: the act has nothing to witness. */
  evidence: string | null;
}

/** HMAC over an entry's columns: whoever alters or invents one in the database without our key is found out. */
export function macOf(entry: SealedColumns): string {
  const { at, accountId, actor, action, targetKind, targetId, target, detail, address, nonce, evidence } = entry;
  const columns = [at, accountId, actor, action, targetKind, targetId, target, detail, address];
  const later = nonce === null ? [] : [nonce];
  // An entry without evidence has the MAC that it had before there was such a column.
  return auditMac(
    entry.keyId,
    'audit_entries',
    JSON.stringify([...columns, ...later, ...(evidence === null ? [] : [{ evidence }])]),
  );
}

/** Hash of an entry in its place: covers the entry and, through the hash before ('' for the first), all before it. */
export function hashOf(link: Sealed & { chainNo: number; previousHash: string; id: number; mac: string }): string {
  return auditMac(link.keyId, 'audit_chain', JSON.stringify([link.chainNo, link.previousHash, link.id, link.mac]));
}

/** HMAC over an end of the chain that was noted outside the database. `at`: ISO instant. */
export function anchorMacOf(anchor: Sealed & { at: string; length: number; hash: string; previous?: string }): string {
  const { at, length, hash, previous } = anchor;
  // An anchor from before anchors were chained has the MAC that it had then.
  const later = previous === undefined ? [] : [{ previous }];
  return auditMac(anchor.keyId, 'audit_anchor', JSON.stringify([at, length, hash, ...later]));
}

/** HMAC over the end that is kept for a process that begins. `at`: ISO instant. */
export function knownEndMacOf(end: Sealed & { at: string; length: number; hash: string; anchor: string }): string {
  return auditMac(end.keyId, 'audit_known_end', JSON.stringify([end.at, end.length, end.hash, end.anchor]));
}

/** HMAC over the end of the chain. */
export function endMacOf(end: Sealed & { length: number; hash: string; legacy: number }): string {
  return auditMac(end.keyId, 'audit_chain_end', JSON.stringify([end.length, end.hash, end.legacy]));
}
