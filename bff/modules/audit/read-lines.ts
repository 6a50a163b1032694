import { z } from 'zod';
import type { Transaction } from 'sequelize';
import type { AuditAction, AuditTargetKind } from '../../contract/audit/enums.ts';
import { select } from '../../platform/db/database.ts';
import { inList } from '../../platform/db/keyset.ts';
import { macOf } from './entry-mac.ts';

const lineRow = z.strictObject({
  id: z.int(),
  at: z.int(),
  accountId: z.int().nullable(),
  actor: z.string(),
  action: z.string(),
  targetKind: z.string(),
  targetId: z.int(),
  target: z.string(),
  detail: z.string(),
  address: z.string(),
  nonce: z.string().nullable(),
  evidence: z.string().nullable(),
  keyId: z.string().nullable(),
  mac: z.string(),
});
export type TargetLine = z.infer<typeof lineRow>;

/**
 * What the log says was done to one target, oldest first, of the acts named; `isWhole` is false where one of these
 * entries was altered since it was written, or was not written by us. Whether one is missing, only the chain can tell
 * (verify-audit.ts). Prepared SQL: the page for strangers asks.
 */
export async function readLinesOf(
  of: { targetKind: AuditTargetKind; targetId: number; actions: readonly AuditAction[] },
  t?: Transaction,
): Promise<{ lines: TargetLine[]; isWhole: boolean }> {
  const actions = inList(of.actions);
  const lines = await select(
    lineRow,
    `SELECT id, at, account_id AS accountId, actor, action, target_kind AS targetKind, target_id AS targetId, target,
       detail, address, nonce, evidence, key_id AS keyId, mac
     FROM audit_entries WHERE target_kind = ? AND target_id = ? AND action IN ${actions.sql} ORDER BY id`,
    [of.targetKind, of.targetId, ...actions.values],
    t,
  );
  return { lines, isWhole: lines.every((line) => line.mac === macOf(line)) };
}
