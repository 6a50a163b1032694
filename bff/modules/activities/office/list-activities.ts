import type { z } from 'zod';
import type { ActivityRow } from '../../../contract/activities/replies.ts';
import type { ActivityPhase } from '../../../contract/activities/enums.ts';
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
  const waiting = await Registration.count({ where: { activityId: ids, state: 'waiting' }, group: ['activityId'] });
  const waitingOf = new Map(waiting.map(({ activityId, count }) => [Number(activityId), count]));
  const items = ids.map((id) => {
    const activity = activities.get(id)!;
    const { taken, createdBy } = activity;
    return { ...presentNamed(activity, now), taken, waitingCount: waitingOf.get(id) ?? 0, createdBy };
  });
  return { ...page, items };
}
