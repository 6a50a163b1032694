import type { Transaction } from 'sequelize';
import { NO_DATA, SELF, type SectionData } from '../../../contract/form-reading/fields.ts';
import { keepHidden } from '../../../contract/profile/field-settings.ts';
import { profileSection, SECTION_KEYS, type SectionKey } from '../../../contract/profile/profile.ts';
import { AppError } from '../../../errors.ts';
import { judgeProfile, type Drafts, type JudgedSection } from '../drafts/judge-profile.ts';
import { readFacts, type ProfileFacts } from '../facts/read-facts.ts';
import { ProfileSnapshot, type Profile } from '../model.ts';
import { wholeRows } from '../facts/stored.ts';
import { expectIntact } from '../submitting/freeze.ts';
import { withRegistry } from '../facts/registry-contacts.ts';

/** What is in force of a profile: the snapshot that was approved last, with what the registry says today. */
export interface InForce {
  snapshot: ProfileSnapshot;
  /** Its sections, whole. */
  drafts: Drafts;
  facts: ProfileFacts;
}

export async function readInForce(profile: Profile, t?: Transaction): Promise<InForce> {
  const snapshot = await ProfileSnapshot.findByPk(profile.approvedSnapshotId ?? 0, {
    transaction: t ?? null,
    rejectOnEmpty: new AppError('not_found'),
  });
  expectIntact(snapshot);
  const facts = await readFacts(profile.lawyerId, t);
  const drafts = SECTION_KEYS.flatMap((key): [SectionKey, SectionData][] => {
    const frozen = snapshot.content.sections[key];
    if (!frozen) return [];
    const rows = wholeRows(snapshot, key);
    return [[key, { rows: key === 'basic' ? withRegistry(rows, facts) : rows, saidNone: frozen.saidNone }]];
  });
  return { snapshot, drafts: Object.fromEntries(drafts), facts };
}

/**
 * Said once while 基本信息 is filled in, and asked for no more when it changes: the photo has a page of its own, and who was
 * imported has said neither.
 */
const SETTLED: readonly string[] = [`${SELF}.photo`, `${SELF}.verdict`];

/**
 * A section as it would stand beside all others, with what is in force in fields that the office has hidden since. Throws
 * `wrong_state` where it is not asked for.
 */
export function judgeChanged(
  { drafts, facts }: InForce,
  { key, data }: { key: SectionKey; data: SectionData },
): JudgedSection {
  const judged = judgeProfile({ ...drafts, [key]: data }, facts).find((one) => one.key === key);
  if (!judged) throw new AppError('wrong_state', { message: `现在不需要填写“${profileSection(key).label}”` });
  const rows = keepHidden(key, facts.fields, { rows: judged.data.rows, before: (drafts[key] ?? NO_DATA).rows });
  const faults = Object.entries(judged.faults).filter(([at]) => key !== 'basic' || !SETTLED.includes(at));
  return { ...judged, faults: Object.fromEntries(faults), data: { ...judged.data, rows } };
}
