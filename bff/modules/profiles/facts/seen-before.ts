import type { Transaction } from 'sequelize';
import { z } from 'zod';
import type { Row, SectionData } from '../../../contract/form-reading/fields.ts';
import { PROFILE, type SectionKey } from '../../../contract/profile/profile.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import type { Found } from '../../../platform/db/database.ts';
import { flag } from '../../../platform/db/rows.ts';
import { ProfileSnapshot } from '../model.ts';
import { rowsOf, wholeRows } from './stored.ts';

/** What of a profile the association has seen before: files of others, and sections that it has sent back. */
export interface SeenBefore {
  /** Tokens of the lawyer's own files that are, byte by byte, those of another lawyer's profile. */
  sharedFiles: ReadonlySet<string>;
  rejected: readonly Rejected[];
}
export interface Rejected extends SectionData {
  section: SectionKey;
  opinion: string;
}

/** What raises no doubt: for whoever asks how far a profile is, which no doubt changes. */
export const NOTHING_SEEN: SeenBefore = { sharedFiles: new Set(), rejected: [] };

/** So many of the latest rejections are looked at. */
const LATEST = 20;

const fileRow = z.strictObject({ token: z.string() });
const SHARED = `SELECT u.token FROM profiles p
  JOIN uploads u ON u.owner_kind = 'profile' AND u.owner_id = p.id AND u.content_hash <> ''
  WHERE p.lawyer_id = ? AND EXISTS (SELECT 1 FROM uploads o
    WHERE o.content_hash = u.content_hash AND o.owner_kind = 'profile' AND o.owner_id <> p.id)`;

const decisionRow = z.strictObject({ section: oneOf(PROFILE), opinion: z.string(), snapshotId: z.int() });
const DECISIONS = `SELECT d.section AS section, d.opinion AS opinion, d.snapshot_id AS snapshotId FROM profile_snapshots s
  JOIN profile_decisions d ON d.snapshot_id = s.id AND d.verdict = 'reject'
  WHERE s.lawyer_id = ? ORDER BY d.id DESC LIMIT ${LATEST}`;

const changeRow = z.strictObject({
  section: oneOf(PROFILE),
  opinion: z.string(),
  saidNone: flag,
  wanted: z.string(),
  sealedWanted: z.string().nullable(),
});
const CHANGES = `SELECT section, opinion, said_none AS saidNone, wanted, sealed_wanted AS sealedWanted FROM profile_changes
  WHERE lawyer_id = ? AND state = 'rejected' ORDER BY id DESC LIMIT ${LATEST}`;

/** What was seen before of a lawyer's profile, to be read together with the rest of it. */
export const seenBeforeOf = (lawyerId: number) => ({
  sharedFiles: { row: fileRow, sql: SHARED, values: [lawyerId] },
  rejectedSections: { row: decisionRow, sql: DECISIONS, values: [lawyerId] },
  rejectedChanges: { row: changeRow, sql: CHANGES, values: [lawyerId] },
});
type Read = Found<ReturnType<typeof seenBeforeOf>>;

/** What seenBeforeOf has read; snapshots are read besides where something in them was rejected. */
export async function presentSeenBefore(lawyerId: number, read: Read, t?: Transaction): Promise<SeenBefore> {
  const sections = await asSubmitted(read.rejectedSections, t);
  const changes = read.rejectedChanges.map(({ saidNone, wanted, sealedWanted, ...one }): Rejected => {
    const data = JSON.parse(wanted) as Row[];
    const rows = rowsOf({ lawyerId, section: one.section, data, sealedData: sealedWanted });
    return { ...one, rows, saidNone: saidNone === 1 };
  });
  return { sharedFiles: new Set(read.sharedFiles.map(({ token }) => token)), rejected: [...sections, ...changes] };
}

async function asSubmitted(rejected: Read['rejectedSections'], t?: Transaction): Promise<Rejected[]> {
  if (rejected.length === 0) return [];
  const ids = [...new Set(rejected.map(({ snapshotId }) => snapshotId))];
  const found = await ProfileSnapshot.findAll({ where: { id: ids }, transaction: t ?? null });
  return rejected.flatMap(({ section, opinion, snapshotId }) => {
    const snapshot = found.find(({ id }) => id === snapshotId);
    const frozen = snapshot?.content.sections[section];
    if (!snapshot || !frozen) return [];
    return [{ section, opinion, rows: wholeRows(snapshot, section), saidNone: frozen.saidNone }];
  });
}
