import { z } from 'zod';
import { PROFILE, type SectionKey } from '../../../contract/profile/profile.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { select } from '../../../platform/db/database.ts';
import type { FrozenProfile, Profile, ProfileSectionRow } from '../model.ts';
import type { JudgedSection } from './judge-profile.ts';

/** What of a profile says how far it is. */
export interface HowFar {
  /** null: nothing was saved yet. */
  profile: Pick<Profile, 'state' | 'confirmedHash' | 'snapshotId'> | null;
  rows: readonly Pick<ProfileSectionRow, 'section' | 'version'>[];
  judged: JudgedSection[];
  /** Hash of 基本信息 now. */
  hash: string;
}

export const isConfirmed = ({ profile, hash }: Pick<HowFar, 'profile' | 'hash'>): boolean =>
  profile?.confirmedHash === hash;

/** Sections that are complete; 基本信息 counts once it is confirmed, whatever the registry says in it since it was approved. */
export function doneOf(whole: HowFar): JudgedSection[] {
  const isBasicDone = whole.profile?.state === 'approved' || isConfirmed(whole);
  return whole.judged.filter(({ key, isComplete }) => isComplete && (key !== 'basic' || isBasicDone));
}

/** Complete sections of those that are to be filled in, in per cent. */
export function percentOf(whole: HowFar): number {
  const isAsked = ({ isLeftOut }: JudgedSection) => !isLeftOut;
  return Math.floor((doneOf(whole).filter(isAsked).length * 100) / whole.judged.filter(isAsked).length);
}

export type Opinions = Partial<Record<SectionKey, string>>;

const rejectedRow = z.strictObject({ section: oneOf(PROFILE), opinion: z.string(), content: z.string() });

/** 审核意见 of sections that were rejected last and stand as they were. */
export async function readOpinions({ profile, rows }: Pick<HowFar, 'profile' | 'rows'>): Promise<Opinions> {
  if (profile?.state !== 'rejected' || profile.snapshotId === null) return {};
  const rejected = await select(
    rejectedRow,
    `SELECT d.section, d.opinion, s.content FROM profile_snapshots s
     JOIN profile_decisions d ON d.snapshot_id = s.id AND d.verdict = 'reject' WHERE s.id = ?`,
    [profile.snapshotId],
  );
  const [first] = rejected;
  if (!first) return {};
  const { sections } = JSON.parse(first.content) as FrozenProfile;
  const versions = new Map(rows.map(({ section, version }) => [section, version]));
  const asItWas = rejected.filter(({ section }) => sections[section]?.version === versions.get(section));
  return Object.fromEntries(asItWas.map(({ section, opinion }) => [section, opinion]));
}
