import type { Transaction } from 'sequelize';
import { z } from 'zod';
import type { Row } from '../../../contract/form-reading/fields.ts';
import { PROFILE_STATES } from '../../../contract/profile/enums.ts';
import { PROFILE, type SectionKey } from '../../../contract/profile/profile.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { selectTogether, type Found } from '../../../platform/db/database.ts';
import { flag } from '../../../platform/db/rows.ts';
import { factsOf, presentFacts, type ProfileFacts } from '../facts/read-facts.ts';
import { dataOf } from '../facts/stored.ts';
import type { HowFar } from './how-far.ts';
import { begun, confirmationHash, judgeProfile, type Drafts } from './judge-profile.ts';

const profileRow = z.strictObject({
  id: z.int(),
  state: oneOf(PROFILE_STATES),
  confirmedHash: z.string().nullable(),
  confirmedAt: z.int().nullable(),
  snapshotId: z.int().nullable(),
  reopenedReason: z.string(),
  doneSections: z.int(),
});
const BY_LAWYER = `SELECT id, state, confirmed_hash AS confirmedHash, confirmed_at AS confirmedAt,
    snapshot_id AS snapshotId, reopened_reason AS reopenedReason, done_sections AS doneSections
  FROM profiles WHERE lawyer_id = ?`;

const sectionRow = z.strictObject({
  section: oneOf(PROFILE),
  data: z.string(),
  sealedData: z.string().nullable(),
  saidNone: flag,
  version: z.int(),
  changedAt: z.int(),
});
const SECTIONS = `SELECT section, data, sealed_data AS sealedData, said_none AS saidNone, version, changed_at AS changedAt
  FROM profile_sections WHERE lawyer_id = ?`;

/** A profile as it stands, judged. */
export interface WholeProfile extends HowFar {
  lawyerId: number;
  profile: z.infer<typeof profileRow> | null;
  /** Of each section: the version of its working copy, and when it was written. */
  rows: readonly { section: SectionKey; version: number; changedAt: number }[];
  drafts: Drafts;
  facts: ProfileFacts;
}

/**
 * Everything that a profile is judged by, to be read together: a lawyer opens it, and saves in it, again and again. On SQLite
 * it is one statement.
 */
export const wholeOf = (lawyerId: number) => ({
  profiles: { row: profileRow, sql: BY_LAWYER, values: [lawyerId] },
  sections: { row: sectionRow, sql: SECTIONS, values: [lawyerId] },
  ...factsOf(lawyerId),
});

/** Reads a profile whole. Throws `not_found`. */
export const readWhole = async (lawyerId: number, t?: Transaction): Promise<WholeProfile> =>
  presentWhole(lawyerId, await selectTogether(wholeOf(lawyerId), t), t);

/** What wholeOf has read. Throws `not_found`. */
export async function presentWhole(
  lawyerId: number,
  read: Found<ReturnType<typeof wholeOf>>,
  t?: Transaction,
): Promise<WholeProfile> {
  const facts = await presentFacts(lawyerId, read, t);
  const saved: Drafts = Object.fromEntries(
    read.sections.map(({ section, data, sealedData, saidNone }) => {
      const stored = { lawyerId, section, data: JSON.parse(data) as Row[], sealedData, saidNone: saidNone === 1 };
      return [section, dataOf(stored)];
    }),
  );
  const drafts = begun(saved, facts);
  const judged = judgeProfile(drafts, facts);
  const profile = read.profiles[0] ?? null;
  return { lawyerId, profile, rows: read.sections, drafts, facts, judged, hash: confirmationHash(judged, facts) };
}
