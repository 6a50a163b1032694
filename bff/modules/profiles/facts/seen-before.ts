import type { Transaction } from 'sequelize';
import { z } from 'zod';
import type { SectionData } from '../../../contract/form-reading/fields.ts';
import { PROFILE, type SectionKey } from '../../../contract/profile/profile.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { select } from '../../../platform/db/database.ts';
import { ProfileChange } from '../change-model.ts';
import { ProfileSnapshot } from '../model.ts';
import { wantedOf, wholeRows } from './stored.ts';

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

/** So many of the latest rejections are looked at. */
const LATEST = 20;
const fileRow = z.strictObject({ token: z.string() });
const rejectedRow = z.strictObject({ section: oneOf(PROFILE), opinion: z.string(), snapshotId: z.int() });

export async function readSeenBefore(lawyerId: number, t?: Transaction): Promise<SeenBefore> {
  const shared = await select(
    fileRow,
    `SELECT u.token FROM profiles p
     JOIN uploads u ON u.owner_kind = 'profile' AND u.owner_id = p.id AND u.content_hash <> ''
     WHERE p.lawyer_id = ? AND EXISTS (SELECT 1 FROM uploads o
       WHERE o.content_hash = u.content_hash AND o.owner_kind = 'profile' AND o.owner_id <> p.id)`,
    [lawyerId],
    t,
  );
  const sections = await rejectedSections(lawyerId, t);
  const changes = await rejectedChanges(lawyerId, t);
  return { sharedFiles: new Set(shared.map(({ token }) => token)), rejected: [...sections, ...changes] };
}

async function rejectedSections(lawyerId: number, t?: Transaction): Promise<Rejected[]> {
  const rows = await select(
    rejectedRow,
    `SELECT d.section, d.opinion, d.snapshot_id AS snapshotId FROM profile_snapshots s
     JOIN profile_decisions d ON d.snapshot_id = s.id AND d.verdict = 'reject'
     WHERE s.lawyer_id = ? ORDER BY d.id DESC LIMIT ${LATEST}`,
    [lawyerId],
    t,
  );
  const ids = [...new Set(rows.map(({ snapshotId }) => snapshotId))];
  const found = ids.length === 0 ? [] : await ProfileSnapshot.findAll({ where: { id: ids }, transaction: t ?? null });
  return rows.flatMap(({ section, opinion, snapshotId }) => {
    const snapshot = found.find(({ id }) => id === snapshotId);
    const frozen = snapshot?.content.sections[section];
    if (!snapshot || !frozen) return [];
    return [{ section, opinion, rows: wholeRows(snapshot, section), saidNone: frozen.saidNone }];
  });
}

async function rejectedChanges(lawyerId: number, t?: Transaction): Promise<Rejected[]> {
  const where = { lawyerId, state: 'rejected' as const };
  const rows = await ProfileChange.findAll({ where, order: [['id', 'DESC']], limit: LATEST, transaction: t ?? null });
  return rows.map((change) => {
    const { section, opinion, saidNone } = change;
    return { section, opinion, saidNone, rows: wantedOf(change) };
  });
}
