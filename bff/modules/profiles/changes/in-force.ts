import type { Transaction } from 'sequelize';
import type { SectionData } from '../../../contract/form-reading/fields.ts';
import { profileSection, SECTION_KEYS, type SectionKey } from '../../../contract/profile/profile.ts';
import { AppError } from '../../../errors.ts';
import { judgeProfile, type Drafts, type JudgedSection } from '../drafts/judge-profile.ts';
import { readFacts } from '../facts/read-facts.ts';
import { ProfileSnapshot, type Profile } from '../model.ts';
import { expectIntact, wholeRows } from '../submitting/freeze.ts';

/** What is in force of a profile: the snapshot that was approved last. */
export interface InForce {
  snapshot: ProfileSnapshot;
  /** Its sections, whole. */
  drafts: Drafts;
}

export async function readInForce(profile: Profile, t?: Transaction): Promise<InForce> {
  const snapshot = await ProfileSnapshot.findByPk(profile.approvedSnapshotId ?? 0, {
    transaction: t ?? null,
    rejectOnEmpty: new AppError('not_found'),
  });
  expectIntact(snapshot);
  const drafts = SECTION_KEYS.flatMap((key): [SectionKey, SectionData][] => {
    const frozen = snapshot.content.sections[key];
    return frozen ? [[key, { rows: wholeRows(snapshot, key), saidNone: frozen.saidNone }]] : [];
  });
  return { snapshot, drafts: Object.fromEntries(drafts) };
}

/** A section as it would stand beside all others; throws `wrong_state` where it is not asked for. */
export async function judgeChanged(
  { drafts }: InForce,
  { lawyerId, key, data }: { lawyerId: number; key: SectionKey; data: SectionData },
  t?: Transaction,
): Promise<JudgedSection> {
  const facts = await readFacts(lawyerId, t);
  const judged = judgeProfile({ ...drafts, [key]: data }, facts).find((one) => one.key === key);
  if (!judged) throw new AppError('wrong_state', { message: `现在不需要填写“${profileSection(key).label}”` });
  return judged;
}
