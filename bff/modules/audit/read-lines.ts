import { z } from 'zod';
import type { Transaction } from 'sequelize';
import type { AuditAction, AuditTargetKind } from '../../contract/audit/enums.ts';
import { askTogether } from '../../platform/db/together/ask-together.ts';
import { select } from '../../platform/db/database.ts';
import { inList } from '../../platform/db/keyset.ts';
import { keepsState } from '../../platform/singletons.ts';
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

type Lines = (targetId: number) => Promise<TargetLine[]>;
/** By kind of target and acts, of which callers name a dozen in all. */
const readers = new Map<string, Lines>();
keepsState(() => readers.clear());

/**
 * What the log says was done to one target, oldest first, of the acts named; `isWhole` is false where one of these
 * entries was altered since it was written, or was not written by us. Whether one is missing, only the chain can tell
 * (verify-audit.ts). Prepared SQL: the page for strangers asks.
 */
export async function readLinesOf(
  { targetKind, targetId, actions }: Acts & { targetId: number },
  t?: Transaction,
): Promise<{ lines: TargetLine[]; isWhole: boolean }> {
  const acts = { targetKind, actions };
  const lines = t ? await readLines(acts, [targetId], t) : await readerOf(acts)(targetId);
  return { lines, isWhole: lines.every((line) => line.mac === macOf(line)) };
}

interface Acts {
  targetKind: AuditTargetKind;
  actions: readonly AuditAction[];
}

function readerOf(acts: Acts): Lines {
  const name = [acts.targetKind, ...acts.actions].join();
  const known = readers.get(name);
  if (known) return known;
  const reader = askTogether<number, TargetLine>(
    (targetIds) => readLines(acts, targetIds),
    ({ targetId }) => targetId,
  );
  readers.set(name, reader);
  return reader;
}

async function readLines(of: Acts, targetIds: readonly number[], t?: Transaction): Promise<TargetLine[]> {
  const [targets, actions] = [inList(targetIds), inList(of.actions)];
  return select(
    lineRow,
    `SELECT id, at, account_id AS accountId, actor, action, target_kind AS targetKind, target_id AS targetId, target,
       detail, address, nonce, evidence, key_id AS keyId, mac
     FROM audit_entries WHERE target_kind = ? AND target_id IN ${targets.sql} AND action IN ${actions.sql} ORDER BY id`,
    [of.targetKind, ...targets.values, ...actions.values],
    t,
  );
}
