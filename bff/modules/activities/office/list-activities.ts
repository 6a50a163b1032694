import type { z } from 'zod';
import type { ActivityRow } from '../../../contract/activities/replies.ts';
import type { ActivityPhase, RegistrationState } from '../../../contract/activities/enums.ts';
import type { listActivities as query } from '../../../contract/activities/schemas.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { idRow } from '../../../platform/db/rows.ts';
import { selectPage, type Condition, type ListPage } from '../../../platform/db/keyset.ts';
import { Activity, Registration } from '../model.ts';
import { presentNamed } from '../present.ts';

/** Activities in a phase; half-open, as everywhere. */
function inPhase(phase: ActivityPhase, now: number): Condition {
  const published = (sql: string, ...values: number[]) => ({ sql: `a.state = 'published' AND ${sql}`, values });
  switch (phase) {
    case 'announced':
      return published('a.opens_at > ?', now);
    case 'open':
      return published('a.opens_at <= ? AND a.closes_at > ?', now, now);
    case 'closed':
      return published('a.closes_at <= ? AND a.begins_at > ?', now, now);
    case 'running':
      return published('a.begins_at <= ? AND a.ends_at > ?', now, now);
    case 'ended':
      return published('a.ends_at <= ?', now);
    default:
      return { sql: 'a.state = ?', values: [phase] };
  }
}

/** Activities, those that begin last first. */
export async function listActivities(list: z.output<typeof query>): Promise<ListPage<ActivityRow>> {
  const now = clock.now();
  const page = await selectPage({
    row: idRow,
    columns: 'a.id',
    from: 'activities a',
    where: list.phase ? [inPhase(list.phase, now)] : [],
    order: { by: 'a.begins_at', id: 'a.id', direction: 'descending' },
    cursor: list.cursor,
    limit: list.limit,
  });
  const ids = page.items.map(({ id }) => id);
  const activities = new Map(
    (await Activity.findAll({ where: { id: ids } })).map((activity) => [activity.id, activity]),
  );
  const [waitingOf, appliedOf] = await Promise.all([countedIn(ids, 'waiting'), countedIn(ids, 'applied')]);
  const items = ids.map((id) => {
    const activity = activities.get(id)!;
    const { taken, createdBy } = activity;
    return {
      ...presentNamed(activity, now),
      taken,
      waitingCount: waitingOf(id),
      appliedCount: appliedOf(id),
      createdBy,
    };
  });
  return { ...page, items };
}

/** How many of some activities' registrations are in a state, by activity. */
async function countedIn(activityIds: number[], state: RegistrationState): Promise<(activityId: number) => number> {
  const rows = await Registration.count({ where: { activityId: activityIds, state }, group: ['activityId'] });
  const counts = new Map(rows.map(({ activityId, count }) => [Number(activityId), count]));
  return (activityId) => counts.get(activityId) ?? 0;
}
