import { z } from 'zod';
import type { MemberActor } from '../../actor.ts';
import { toIso } from '../../contract/dates.ts';
import {
  hoursClaimRow,
  ownHoursClaimRow,
  type HoursClaimRow,
  type OwnHoursClaimRow,
} from '../../contract/external-hours/replies.ts';
import type { ListHoursClaimsParsed } from '../../contract/external-hours/schemas.ts';
import { type Condition, type ListPage, containsAny, selectPage } from '../../platform/db/keyset.ts';
import { overdueSince } from '../office-hours/read-overdue.ts';
import { ofLawyer } from '../registry/facts/of-lawyer.ts';
import { expectLawyer } from './policy.ts';

const COURSE = `c.id, c.state, c.title, c.organiser, c.begins_on AS beginsOn, c.ends_on AS endsOn, c.kind, c.mode, c.tenths,
  c.accepted_tenths AS acceptedTenths, c.submitted_at AS submittedAt`;
const ownRow = z.strictObject({ ...ownHoursClaimRow.shape, submittedAt: z.int() });
const row = z.strictObject({ ...hoursClaimRow.shape, submittedAt: z.int(), firmName: z.string().nullable() });

/** Own claims, the latest first. Throws `forbidden` for a firm. */
export async function listOwnClaims(own: {
  actor: MemberActor;
  cursor?: string | undefined;
  limit?: number | undefined;
}): Promise<ListPage<OwnHoursClaimRow>> {
  const { actor, cursor, limit } = own;
  const { lawyerId } = expectLawyer(actor);
  const page = await selectPage({
    row: ownRow,
    columns: COURSE,
    from: 'hours_claims c',
    where: [{ sql: 'c.lawyer_id = ?', values: [lawyerId] }],
    order: { by: 'c.id', id: 'c.id', direction: 'descending' },
    cursor,
    limit,
  });
  return { ...page, items: page.items.map((one) => ({ ...one, submittedAt: toIso(one.submittedAt) })) };
}

/** Claims in a state, or of a lawyer: those that wait first come first served, others the latest first. */
export async function listClaims(list: ListHoursClaimsParsed): Promise<ListPage<HoursClaimRow>> {
  const { lawyerId, course, kind, mode, cursor, limit } = list;
  const state = list.state ?? (lawyerId === undefined ? 'waiting' : null);
  const where: Condition[] = [...ofLawyer(list)];
  if (state !== null) where.push({ sql: 'c.state = ?', values: [state] });
  if (lawyerId !== undefined) where.push({ sql: 'c.lawyer_id = ?', values: [lawyerId] });
  if (course) where.push(containsAny(['c.title', 'c.organiser'], course));
  if (kind) where.push({ sql: 'c.kind = ?', values: [kind] });
  if (mode) where.push({ sql: 'c.mode = ?', values: [mode] });
  if (list.waited) {
    const late = await overdueSince('c.submitted_at');
    where.push({ sql: `c.state = 'waiting' AND ${late.sql}`, values: late.values });
  }
  const page = await selectPage({
    row,
    columns: `${COURSE}, c.lawyer_id AS lawyerId, l.name AS lawyerName, l.licence_no AS licenceNo, f.name AS firmName`,
    from: 'hours_claims c JOIN lawyers l ON l.id = c.lawyer_id LEFT JOIN firms f ON f.id = l.firm_id',
    where,
    order: { by: 'c.submitted_at', id: 'c.id', direction: state === 'waiting' ? 'ascending' : 'descending' },
    cursor,
    limit,
  });
  return {
    ...page,
    items: page.items.map(({ firmName, submittedAt, ...one }) => ({
      ...one,
      firmName: firmName ?? '',
      submittedAt: toIso(submittedAt),
    })),
  };
}
