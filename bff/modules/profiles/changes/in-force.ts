import type { Transaction } from 'sequelize';
import type { SectionData } from '../../../contract/form-reading/fields.ts';
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

/** A section as it would stand beside all others; throws `wrong_state` where it is not asked for. */
export function judgeChanged(
  { drafts, facts }: InForce,
  { key, data }: { key: SectionKey; data: SectionData },
): JudgedSection {
  const judged = judgeProfile({ ...drafts, [key]: data }, facts).find((one) => one.key === key);
  if (!judged) throw new AppError('wrong_state', { message: `现在不需要填写“${profileSection(key).label}”` });
  return judged;
}
