import { z } from 'zod';
import {
  LEAVE_REASONS,
  PRESENCE_OUTCOMES,
  PRESENCE_WAYS,
  REGISTRATION_STATES,
} from '../../../contract/activities/enums.ts';
import type { RegistrationRow } from '../../../contract/activities/replies.ts';
import type { listRegistrations as query } from '../../../contract/activities/schemas.ts';
import { LAWYER_STATUSES } from '../../../contract/registry/enums.ts';
import { toIso } from '../../../contract/dates.ts';
import { oneOf } from '../../../contract/reply-parts.ts';
import { AppError } from '../../../errors.ts';
import { selectPage, type Condition, type ListPage } from '../../../platform/db/keyset.ts';
import { ofLawyer } from '../../registry/facts/of-lawyer.ts';
import { Activity } from '../model.ts';
import { STATUS_CHANGED } from '../status-changes/changed-status.ts';

const row = z.strictObject({
  id: z.int(),
  lawyerId: z.int(),
  name: z.string(),
  licenceNo: z.string(),
  firm: z.string(),
  phone: z.string(),
  groupName: z.string(),
  state: oneOf(REGISTRATION_STATES),
  signedAt: z.int(),
  offerUntil: z.int().nullable(),
  feeFen: z.int(),
  payUntil: z.int().nullable(),
  paidAt: z.int().nullable(),
  leaveReason: oneOf(LEAVE_REASONS).nullable(),
  reason: z.string(),
  movedFor: z.string(),
  outcome: oneOf(PRESENCE_OUTCOMES).nullable(),
  arrivedAt: z.int().nullable(),
  leftAt: z.int().nullable(),
  way: oneOf(PRESENCE_WAYS).nullable(),
  excuseReason: z.string(),
  minutes: z.int().nullable(),
  changedTo: oneOf(LAWYER_STATUSES).nullable(),
  answers: z.string(),
});

/** 报名名单, in the order of signing up; the firm is that of today. Throws `not_found`. */
export async function listRegistrations(
  list: { id: number } & z.output<typeof query>,
): Promise<ListPage<RegistrationRow>> {
  if (!(await Activity.findByPk(list.id, { attributes: ['id'] }))) throw new AppError('not_found');
  const where: Condition[] = [{ sql: 'r.activity_id = ?', values: [list.id] }];
  if (list.state) where.push({ sql: 'r.state = ?', values: [list.state] });
  if (list.changed) where.push({ sql: STATUS_CHANGED, values: [] });
  where.push(...ofLawyer({ search: list.search }));
  const page = await selectPage({
    row,
    columns: `r.id, r.lawyer_id AS lawyerId, l.name, l.licence_no AS licenceNo, COALESCE(f.name, '') AS firm, l.phone,
      g.name AS groupName, r.state, r.signed_at AS signedAt, r.offer_until AS offerUntil, r.leave_reason AS leaveReason,
      r.fee_fen AS feeFen, r.pay_until AS payUntil, r.paid_at AS paidAt,
      r.reason, r.moved_for AS movedFor, p.outcome, p.arrived_at AS arrivedAt, p.left_at AS leftAt, p.way,
      COALESCE(p.excuse_reason, '') AS excuseReason, p.minutes,
      CASE WHEN ${STATUS_CHANGED} THEN l.status END AS changedTo, r.answers`,
    from: `activity_registrations r JOIN activity_groups g ON g.id = r.group_id JOIN lawyers l ON l.id = r.lawyer_id
      LEFT JOIN firms f ON f.id = l.firm_id LEFT JOIN activity_presences p ON p.registration_id = r.id`,
    ...(!list.search && !list.changed && { counted: 'activity_registrations r' }),
    where,
    order: { by: 'r.id', id: 'r.id', direction: 'ascending' },
    cursor: list.cursor,
    limit: list.limit,
  });
  return {
    ...page,
    items: page.items.map(
      ({
        groupName,
        signedAt,
        offerUntil,
        payUntil,
        paidAt,
        answers,
        outcome,
        arrivedAt,
        leftAt,
        way,
        excuseReason,
        minutes,
        ...one
      }) => ({
        ...one,
        group: groupName,
        signedAt: toIso(signedAt),
        offerUntil: toIso(offerUntil),
        payUntil: toIso(payUntil),
        paidAt: toIso(paidAt),
        presence:
          outcome && way
            ? { outcome, way, arrivedAt: toIso(arrivedAt), leftAt: toIso(leftAt), excuseReason, minutes }
            : null,
        answers: JSON.parse(answers) as RegistrationRow['answers'],
      }),
    ),
  };
}
