import { NO_DATA, type Row } from '../../../contract/form-reading/fields.ts';
import type { ProfileChange } from '../change-model.ts';
import { baseOf, wantedOf } from '../facts/stored.ts';
import { rebase } from '../rules/rebase.ts';
import type { InForce } from './in-force.ts';

/** A change beside what it is compared with, whole. */
export interface ComparedChange {
  before: Row[];
  /** As the member wants it. */
  wanted: Row[];
  /** What comes of it; a conflict keeps what is in force. */
  rows: Row[];
  conflicts: string[];
}

/**
 * Compares a change with what stands beside it: one that waits with what is in force now, one that is decided with what was
 * in force when it was asked for.
 */
export function compareChange(change: ProfileChange, { drafts }: InForce, isOpen: boolean): ComparedChange {
  const [base, wanted] = [baseOf(change), wantedOf(change)];
  if (!isOpen) return { before: base, wanted, rows: wanted, conflicts: [] };
  const before = [...(drafts[change.section] ?? NO_DATA).rows];
  return { before, wanted, ...rebase({ base, present: before, wanted }) };
}

/** What the member wants, on what is in force now: where both changed it, the member's. */
export function asWanted(change: ProfileChange, { before, wanted, conflicts }: ComparedChange): Row[] {
  const resolved = Object.fromEntries(conflicts.map((at) => [at, 'wanted' as const]));
  return rebase({ base: baseOf(change), present: before, wanted }, resolved).rows;
}
