import { z } from 'zod';
import { memberIdOf, type MemberActor } from '../../../actor.ts';
import type { CorrectionRow, OwnCorrectionRow } from '../../../contract/corrections/endpoints.ts';
import { CORRECTION_FIELD_KEYS, CORRECTION_STATES } from '../../../contract/corrections/enums.ts';
import type { listCorrections as query } from '../../../contract/corrections/schemas.ts';
import { SUBJECT_KINDS } from '../../../contract/registry/enums.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { selectPage, type Condition, type ListPage } from '../../../platform/db/keyset.ts';
import { presentRequested } from './present.ts';

const row = z.strictObject({
  id: z.int(),
  subjectKind: oneOf(SUBJECT_KINDS),
  subjectId: z.int(),
  subjectName: z.string(),
  subjectLicenceNo: z.string(),
  field: z.enum(CORRECTION_FIELD_KEYS),
  present: z.string(),
  wanted: z.string(),
  state: oneOf(CORRECTION_STATES),
  requestedAt: z.int(),
  askerKind: oneOf(SUBJECT_KINDS),
  askerId: z.int(),
  askerName: z.string(),
  endedByName: z.string(),
});

const LIST = {
  row,
  columns: `c.id, c.subject_kind AS subjectKind, c.subject_id AS subjectId, COALESCE(f.name, l.name) AS subjectName,
    COALESCE(f.licence_no, l.licence_no) AS subjectLicenceNo, c.field, c.present, c.wanted, c.state,
    c.requested_at AS requestedAt, c.asker_kind AS askerKind, c.asker_id AS askerId, c.asker_name AS askerName,
    c.ended_by_name AS endedByName`,
  from: `correction_requests c LEFT JOIN firms f ON c.subject_kind = 'firm' AND f.id = c.subject_id
    LEFT JOIN lawyers l ON c.subject_kind = 'lawyer' AND l.id = c.subject_id`,
  counted: 'correction_requests c',
} as const;

const isClaimRow = (one: z.infer<typeof row>) => one.subjectKind !== one.askerKind || one.subjectId !== one.askerId;

/** The actor's own requests, the latest first. */
export async function listOwnCorrections(list: {
  actor: MemberActor;
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<ListPage<OwnCorrectionRow>> {
  const { kind, id } = memberIdOf(list.actor);
  const page = await selectPage({
    ...LIST,
    where: [{ sql: 'c.asker_kind = ? AND c.asker_id = ?', values: [kind, id] }],
    order: { by: 'c.id', id: 'c.id', direction: 'descending' },
    cursor: list.cursor,
    limit: list.limit,
  });
  const items = page.items.map((one) => ({
    ...presentRequested(one),
    subjectName: one.subjectName,
    isClaim: isClaimRow(one),
  }));
  return { ...page, items };
}

/** Requests of every member: those that wait the oldest first, anything else the latest first. */
export async function listCorrections(list: z.output<typeof query>): Promise<ListPage<CorrectionRow>> {
  const where: Condition[] = [];
  if (list.state) where.push({ sql: 'c.state = ?', values: [list.state] });
  if (list.subjectKind) where.push({ sql: 'c.subject_kind = ?', values: [list.subjectKind] });
  if (list.subjectId) where.push({ sql: 'c.subject_id = ?', values: [list.subjectId] });
  const page = await selectPage({
    ...LIST,
    where,
    order: { by: 'c.id', id: 'c.id', direction: list.state === 'open' ? 'ascending' : 'descending' },
    cursor: list.cursor,
    limit: list.limit,
  });
  const items = page.items.map((one) => ({
    ...presentRequested(one),
    subjectKind: one.subjectKind,
    subjectId: one.subjectId,
    subjectName: one.subjectName,
    subjectLicenceNo: one.subjectLicenceNo,
    askerName: one.askerName,
    isClaim: isClaimRow(one),
    endedByName: one.endedByName,
  }));
  return { ...page, items };
}
