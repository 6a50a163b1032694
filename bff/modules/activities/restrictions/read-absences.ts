import type { Transaction } from 'sequelize';
import { z } from 'zod';
import { flag } from '../../../platform/db/rows.ts';
import { select } from '../../../platform/db/database.ts';
import { inList, type Condition } from '../../../platform/db/keyset.ts';
import { Restriction } from '../restricted/model.ts';
import { worthOf } from '../restricted/rules.ts';

/** Changes after which nobody has to come (office/note-changes.ts); cancelling was open without a penalty. */
export const MOVED = inList(['活动开始', '活动地点', '详细地址']);

const row = z.strictObject({
  registrationId: z.int(),
  lawyerId: z.int(),
  activityId: z.int(),
  title: z.string(),
  beginsAt: z.int(),
  recordedAt: z.int(),
  excusedAt: z.int().nullable(),
  excuseReason: z.string(),
  warnedAt: z.int().nullable(),
  isOnline: flag,
  isMoved: flag,
});
type AbsenceRow = z.infer<typeof row> & { worth: ReturnType<typeof worthOf> };

/** Of a lawyer in activities that began after an instant, or certain ones. */
type Which = { lawyerId: number; since: number } | { registrationIds: readonly number[] };

function conditionOf(which: Which): Condition {
  if ('lawyerId' in which) return { sql: 'r.lawyer_id = ? AND a.begins_at > ?', values: [which.lawyerId, which.since] };
  const ids = inList(which.registrationIds);
  return { sql: `r.id IN ${ids.sql}`, values: ids.values };
}

/** Absences, the latest first, with what each is worth. */
export async function readAbsences(which: Which, t?: Transaction): Promise<AbsenceRow[]> {
  const wanted = conditionOf(which);
  const rows = await select(
    row,
    `SELECT r.id AS registrationId, r.lawyer_id AS lawyerId, a.id AS activityId, a.title, a.begins_at AS beginsAt, p.recorded_at AS recordedAt,
      p.excused_at AS excusedAt, p.excuse_reason AS excuseReason, p.warned_at AS warnedAt, a.is_online AS isOnline,
      EXISTS (SELECT 1 FROM activity_changes c WHERE c.activity_id = a.id AND c.at > r.signed_at
        AND c.field IN ${MOVED.sql}) AS isMoved
     FROM activity_registrations r JOIN activity_presences p ON p.registration_id = r.id
      JOIN activities a ON a.id = r.activity_id
     WHERE ${wanted.sql} AND r.state = 'registered' AND p.outcome = 'absent' AND a.state <> 'cancelled'
     ORDER BY a.begins_at DESC, r.id DESC`,
    [...MOVED.values, ...wanted.values],
    t,
  );
  const used = await usedBy([...new Set(rows.map(({ lawyerId }) => lawyerId))], t);
  return rows.map((one) => {
    const { registrationId, excusedAt, isOnline, isMoved } = one;
    const judged = { registrationId, isExcused: excusedAt !== null, isOnline: isOnline === 1, isMoved: isMoved === 1 };
    return { ...one, worth: worthOf(judged, used) };
  });
}

/** An absence restricts once; where the restriction was lifted because one did not count, the others count again. */
async function usedBy(lawyerIds: number[], t?: Transaction): Promise<Set<number>> {
  if (lawyerIds.length === 0) return new Set();
  const all = await Restriction.findAll({ where: { lawyerId: lawyerIds }, ...(t && { transaction: t }) });
  const stood = all.filter(({ liftedAt, liftedBy }) => liftedAt === null || liftedBy !== '');
  return new Set(stood.flatMap(({ causes }) => causes));
}
