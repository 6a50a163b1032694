import { toShanghaiDate } from '../../../contract/dates.ts';
import type { Row } from '../../../contract/form-reading/fields.ts';
import type { Values } from '../../../contract/forms/language.ts';
import { SECTION_KEYS, type SectionKey } from '../../../contract/profile/profile.ts';
import { Profile, ProfileDecision, ProfileSnapshot, type ImportSource } from '../model.ts';
import { wholeRows } from '../facts/stored.ts';
import { expectIntact } from '../submitting/freeze.ts';

/** What was approved, as it was submitted. Plain data, dates yyyy-MM-dd. */
export interface ApprovedSnapshot {
  id: number;
  lawyerId: number;
  /** SHA-256 of what was submitted. */
  hash: string;
  given: Values;
  sections: Partial<Record<SectionKey, { rows: readonly Row[]; saidNone: boolean }>>;
  submittedOn: string;
  /** The day on which the last section was passed. */
  approvedOn: string;
  /** Where it was approved, if not here. */
  source: ImportSource | null;
}

/** The id of what was approved last of a lawyer; null: nothing was yet. */
export async function latestApproved(lawyerId: number): Promise<number | null> {
  const profile = await Profile.findOne({ where: { lawyerId } });
  return profile?.approvedSnapshotId ?? null;
}

/**
 * What was approved; null: there is none of that id, or it was not approved. What is sensitive is left out, but for the
 * sections named.
 */
export async function readApproved(
  id: number,
  { whole = [] }: { whole?: readonly SectionKey[] } = {},
): Promise<ApprovedSnapshot | null> {
  const snapshot = await ProfileSnapshot.findByPk(id);
  if (snapshot?.outcome !== 'approved') return null;
  expectIntact(snapshot);
  const { lawyerId, hash, content, createdAt } = snapshot;
  const sections = SECTION_KEYS.flatMap((key) => {
    const frozen = content.sections[key];
    if (!frozen) return [];
    const rows = whole.includes(key) ? wholeRows(snapshot, key) : frozen.rows;
    return [[key, { rows, saidNone: frozen.saidNone }] as const];
  });
  const at = await ProfileDecision.max<number | null, ProfileDecision>('at', { where: { snapshotId: id } });
  return {
    id,
    lawyerId,
    hash,
    given: content.given,
    sections: Object.fromEntries(sections),
    submittedOn: toShanghaiDate(createdAt),
    approvedOn: toShanghaiDate(Number(at ?? createdAt)),
    source: content.source ?? null,
  };
}
