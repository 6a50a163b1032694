import { chainAudit } from '../../../bff/modules/audit/chain-audit.ts';
import { endMacOf, hashOf, macOf, type SealedColumns } from '../../../bff/modules/audit/entry-mac.ts';
import { AuditChain } from '../../../bff/modules/audit/model.ts';
import { clock } from '../../../bff/platform/clock/clock.ts';
import { presentAuditKey } from '../../../bff/platform/crypto/audit-key.ts';
import { randomToken } from '../../../bff/platform/crypto/tokens.ts';
import { nextId, rowsFor } from './rows.ts';

/** Lines of 操作日志 for bulk rows, chained to what stands there already. */
export const auditRows = rowsFor(
  'audit_entries',
  `id, at, account_id, actor, action, target_kind, target_id, target, detail, address, nonce, mac, chain_no,
   previous_hash, hash, evidence, key_id`,
);

/** Where the chain of the audit log ends while rows are made. */
const chain = { nextId: 0, length: 0, hash: '', legacy: 0 };

/** Goes on from the end of the log. */
export async function readChain(): Promise<void> {
  await chainAudit();
  const end = await AuditChain.findByPk(1);
  Object.assign(chain, { nextId: await nextId('audit_entries') }, end && { length: end.length, hash: end.hash });
  chain.legacy = end?.legacy ?? 0;
}

/** Says where the log ends now. */
export async function writeChain(): Promise<void> {
  const { length, hash, legacy } = chain;
  const sealed = { length, hash, legacy, keyId: presentAuditKey() };
  const end = { ...sealed, mac: endMacOf(sealed), updatedAt: clock.now() };
  if ((await AuditChain.update(end, { where: { id: 1 } }))[0] === 0) await AuditChain.create({ id: 1, ...end });
}

/** Adds a line; its MAC and place in the chain are made here. */
export function addAudit(
  entry: Omit<SealedColumns, 'detail' | 'nonce' | 'evidence' | 'keyId'> & { evidence?: string },
): void {
  const keyId = presentAuditKey();
  const columns = { ...entry, detail: '', nonce: randomToken(128), evidence: entry.evidence ?? null, keyId };
  const { at, accountId, actor, action, targetKind, targetId, target, detail, address, nonce } = columns;
  const mac = macOf(columns);
  const link = { id: chain.nextId++, chainNo: ++chain.length, previousHash: chain.hash, mac, keyId };
  chain.hash = hashOf(link);
  auditRows.add(
    link.id,
    at,
    accountId,
    actor,
    action,
    targetKind,
    targetId,
    target,
    detail,
    address,
    nonce,
    mac,
    link.chainNo,
    link.previousHash,
    chain.hash,
    columns.evidence,
    keyId,
  );
}
