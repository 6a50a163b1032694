import type { z } from 'zod';
import type { ActivityRow } from '../../../contract/activities/replies.ts';
import type { ActivityPhase, RegistrationState } from '../../../contract/activities/enums.ts';
import type { listActivities as query } from '../../../contract/activities/schemas.ts';
import { clock } from '../../../platform/clock/clock.ts';
import type { StaffActor } from '../../../actor.ts';
import { idRow } from '../../../platform/db/rows.ts';
import { containsAny, selectPage, type Condition, type ListPage } from '../../../platform/db/keyset.ts';
import { Activity, Registration } from '../model.ts';
import { presentNamed } from '../present.ts';
import { STATUS_CHANGED } from '../status-changes/changed-status.ts';

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
      // Nearly all there have been: the walk by beginnings meets them at once (keyset.ts says what the plus does).
      return published('+a.ends_at <= ?', now);
    default:
      return { sql: 'a.state = ?', values: [phase] };
  }
}

/** Phases in which an activity is still to come, or goes on. */
const NOT_OVER: readonly ActivityPhase[] = ['announced', 'open', 'closed', 'running'];

/** An association has hundreds of activities: they are looked through. */
const WORDS = ['a.title', 'a.organiser', 'a.speakers', 'a.place'] as const;

/** Activities, those that begin last first; of those that are not over, what begins first. */
export async function listActivities(
  list: { actor: StaffActor } & z.output<typeof query>,
): Promise<ListPage<ActivityRow>> {
  const now = clock.now();
  const where: Condition[] = list.phase ? [inPhase(list.phase, now)] : [];
  if (list.scope === 'mine') where.push({ sql: 'a.created_by_id = ?', values: [list.actor.accountId] });
  const isNotOver = list.scope === 'coming' || (list.phase !== undefined && NOT_OVER.includes(list.phase));
  if (isNotOver) where.push({ sql: "a.state = 'published' AND a.ends_at > ?", values: [now] });
  if (list.scope === 'applied') {
    where.push({
      sql: `a.state = 'published' AND a.begins_at > ?
        AND EXISTS (SELECT 1 FROM activity_registrations r WHERE r.activity_id = a.id AND r.state = 'applied')`,
      values: [now],
    });
  }
  if (list.scope === 'changed') {
    where.push({
      sql: `a.state IN ('published', 'hidden') AND a.begins_at > ?
        AND EXISTS (SELECT 1 FROM activity_registrations r JOIN lawyers l ON l.id = r.lawyer_id
          WHERE r.activity_id = a.id AND ${STATUS_CHANGED})`,
      values: [now],
    });
  }
  if (list.search) where.push(containsAny(WORDS, list.search));
  const page = await selectPage({
    row: idRow,
    columns: 'a.id',
    from: 'activities a',
    where,
    // A handful is found by when it ends, and then sorted: the walk by beginnings would pass by everything there has been.
    order: {
      by: isNotOver ? '+a.begins_at' : 'a.begins_at',
      id: 'a.id',
      direction: list.scope === 'coming' ? 'ascending' : 'descending',
    },
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
