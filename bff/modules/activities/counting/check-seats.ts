import type { Transaction } from 'sequelize';
import { SEATED_STATES } from '../../../contract/activities/enums.ts';
import { addDays, DAY_MS, HOUR_MS, startOfShanghaiDay } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { select, transaction } from '../../../platform/db/database.ts';
import { inList } from '../../../platform/db/keyset.ts';
import { idRow } from '../../../platform/db/rows.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { ActivityGroup, Registration } from '../model.ts';
import { lockActivity } from '../seats/load-locked.ts';
import { forgetFull } from '../seats/known-full.ts';
import { serveWaiting } from '../seats/serve-waiting.ts';

const SEATED = inList(SEATED_STATES);
/** Activities of which the whole, or a group, counts other seats than its registrations take. */
const DIFFERING = `SELECT a.id FROM activities a WHERE a.ends_at > ? AND (
    a.taken <> (SELECT COUNT(*) FROM activity_registrations r WHERE r.activity_id = a.id AND r.state IN ${SEATED.sql})
    OR EXISTS (SELECT 1 FROM activity_groups g WHERE g.activity_id = a.id AND g.taken <>
      (SELECT COUNT(*) FROM activity_registrations r
        WHERE r.activity_id = a.id AND r.group_id = g.id AND r.state IN ${SEATED.sql})))
  ORDER BY a.id`;

/**
 * Holds the counters of seats of activities that are not long over against their registrations, and puts right what differs:
 * somebody has written past the acts. A seat that was counted and is not taken goes to who waits. Answers how many activities
 * differed; the log says which.
 */
export async function checkSeats(): Promise<number> {
  const values = [clock.now() - DAY_MS, ...SEATED.values, ...SEATED.values];
  const ids = (await select(idRow, DIFFERING, values)).map(({ id }) => id);
  let wrong = 0;
  for (const id of ids) if (await transaction((t) => mendSeats(id, t))) wrong += 1;
  return wrong;
}

/** Counted again under the lock: what differed a moment ago may have been somebody amid signing up. */
async function mendSeats(id: number, t: Transaction): Promise<boolean> {
  const activity = await lockActivity(id, t);
  const seated = await Registration.findAll({
    where: { activityId: id, state: [...SEATED_STATES] },
    attributes: ['groupId'],
    transaction: t,
  });
  const groups = await ActivityGroup.findAll({ where: { activityId: id }, order: ['id'], transaction: t });
  const words: string[] = [];
  if (activity.taken !== seated.length) {
    words.push(`总名额已占${activity.taken}→${seated.length}`);
    await activity.update({ taken: seated.length }, { transaction: t });
  }
  for (const group of groups) {
    const taken = seated.filter(({ groupId }) => groupId === group.id).length;
    if (group.taken === taken) continue;
    words.push(`${group.name || '分组'}已占${group.taken}→${taken}`);
    await group.update({ taken }, { transaction: t });
  }
  if (words.length === 0) return false;
  for (const { id: groupId } of groups) forgetFull({ activityId: id, groupId }, t);
  const line = { action: 'activity.seats-repaired', targetKind: 'activity', targetId: id } as const;
  await writeAudit({ actor: null, ...line, target: activity.title, detail: words.join('；') }, t);
  await serveWaiting(id, t);
  return true;
}

/** Shanghai time, after profiles are counted. */
const NIGHT_MS = 4 * HOUR_MS;

/** Asks for the next night's look; every process may ask, it is done once. */
export async function scheduleSeatCheck(): Promise<void> {
  const tonight = startOfShanghaiDay(clock.today()) + NIGHT_MS;
  const runAt = tonight > clock.now() ? tonight : startOfShanghaiDay(addDays(clock.today(), 1)) + NIGHT_MS;
  const dedupeKey = `check-activity-seats:${runAt}`;
  await transaction((t) => enqueue('check-activity-seats', {}, { t, dedupeKey, runAt }));
}
