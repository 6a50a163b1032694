import { z } from 'zod';
import type { RestrictionRow } from '../../../contract/activity-restrictions/replies.ts';
import type { RestrictionState } from '../../../contract/activity-restrictions/enums.ts';
import type { listRestrictions as query } from '../../../contract/activity-restrictions/schemas.ts';
import { toIso } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { selectPage, type Condition, type ListPage } from '../../../platform/db/keyset.ts';
import { readAbsences } from './read-absences.ts';

const row = z.strictObject({
  id: z.int(),
  name: z.string(),
  licenceNo: z.string(),
  firm: z.string(),
  fromAt: z.int(),
  untilAt: z.int(),
  causes: z.string(),
  liftedAt: z.int().nullable(),
  liftedBy: z.string(),
  liftReason: z.string(),
});

function inState(state: RestrictionState, now: number): Condition {
  if (state === 'lifted') return { sql: 'x.lifted_at IS NOT NULL', values: [] };
  return { sql: `x.lifted_at IS NULL AND x.until_at ${state === 'current' ? '>' : '<='} ?`, values: [now] };
}

/** Restrictions, the latest first, with the absences that led to each. */
export async function listRestrictions(list: z.output<typeof query>): Promise<ListPage<RestrictionRow>> {
  const now = clock.now();
  const where: Condition[] = [];
  if (list.state) where.push(inState(list.state, now));
  if (list.licenceNo) where.push({ sql: 'l.licence_no = ?', values: [list.licenceNo] });
  const page = await selectPage({
    row,
    columns: `x.id, l.name, l.licence_no AS licenceNo, COALESCE(f.name, '') AS firm,
      x.from_at AS fromAt, x.until_at AS untilAt, x.causes, x.lifted_at AS liftedAt, x.lifted_by AS liftedBy,
      x.lift_reason AS liftReason`,
    from: `activity_restrictions x JOIN lawyers l ON l.id = x.lawyer_id LEFT JOIN firms f ON f.id = l.firm_id`,
    ...(!list.licenceNo && { counted: 'activity_restrictions x' }),
    where,
    order: { by: 'x.id', id: 'x.id', direction: 'descending' },
    cursor: list.cursor,
    limit: list.limit,
  });
  const causesOf = new Map(page.items.map(({ id, causes }) => [id, JSON.parse(causes) as number[]]));
  const registrationIds = [...causesOf.values()].flat();
  const known = registrationIds.length > 0 ? await readAbsences({ registrationIds }) : [];
  const items = page.items.map(({ causes: _causes, fromAt, untilAt, liftedAt, ...one }) => {
    const ids = new Set(causesOf.get(one.id));
    const absences = known.filter(({ registrationId }) => ids.has(registrationId));
    return {
      ...one,
      from: toIso(fromAt),
      until: toIso(untilAt),
      state: stateOf({ liftedAt, untilAt }, now),
      absences: absences.map(({ registrationId, activityId, title, beginsAt, worth, excuseReason }) => ({
        registrationId,
        activityId,
        title,
        beginsAt: toIso(beginsAt),
        worth,
        reason: excuseReason,
      })),
      liftedAt: toIso(liftedAt),
    };
  });
  return { ...page, items };
}

const stateOf = ({ liftedAt, untilAt }: { liftedAt: number | null; untilAt: number }, now: number): RestrictionState =>
  liftedAt !== null ? 'lifted' : untilAt > now ? 'current' : 'over';
