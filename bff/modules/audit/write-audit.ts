import type { Transaction } from 'sequelize';
import type { AuditAction, AuditTargetKind } from '../../contract/audit/enums.ts';
import { clock } from '../../platform/clock/clock.ts';
import { presentAuditKey } from '../../platform/crypto/audit-key.ts';
import { randomToken } from '../../platform/crypto/tokens.ts';
import { createRow } from '../../platform/db/prepared.ts';
import { SYSTEM, type Actor } from '../../actor.ts';
import { macOf } from './entry-mac.ts';
import { AuditEntry } from './model.ts';

export interface AuditInput {
  /** null: the system itself. */
  actor: Pick<Actor, 'accountId' | 'name' | 'address'> | null;
  action: AuditAction;
  targetKind: AuditTargetKind;
  targetId: number;
  /** The target in words, as a person would look it up: 编号, or name and licence number. Never an identity number. */
  target: string;
  detail?: string;
  /** What the entry witnesses, as JSON of at most 500 characters: nothing of it may be cut. */
  evidence?: string | null;
  /** Absent: the actor's. */
  address?: string;
}

/** Writes one line of 操作日志 in the transaction of the act itself: both happen, or neither. */
export async function writeAudit(input: AuditInput, t: Transaction): Promise<void> {
  const { actor, action, targetKind, targetId } = input;
  const columns = {
    at: clock.now(),
    accountId: actor?.accountId ?? null,
    actor: cut(actor?.name ?? SYSTEM, 100),
    action,
    targetKind,
    targetId,
    target: cut(input.target, 200),
    detail: cut(input.detail ?? '', 500),
    address: cut(input.address ?? actor?.address ?? '', 64),
    nonce: randomToken(128),
    evidence: input.evidence ?? null,
    keyId: presentAuditKey(),
  };
  const unchained = { chainNo: null, previousHash: null, hash: null };
  const targetNumber = numberIn(columns.target);
  await createRow(AuditEntry, { ...columns, targetNumber, mac: macOf(columns), ...unchained }, t);
}

/** The first number in words: 编号, licence number, credit code. */
export const numberIn = (words: string): string | null => /(?=[A-Z]*\d)[0-9A-Z]{8,40}/.exec(words)?.[0] ?? null;

/** By characters, so that a cut never halves one; the columns count them the same way. */
function cut(text: string, max: number): string {
  const characters = [...text];
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join('')}…`;
}
