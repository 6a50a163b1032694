import { Op, type Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import { MAX_SERVED_AT_ONCE } from '../../../contract/activity-waiting/limits.ts';
import type { ServeAllParsed } from '../../../contract/activity-waiting/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { ActivityGroup, Registration, type Activity } from '../model.ts';
import { loadSeen } from '../office/load-activity.ts';
import { noteChanges } from '../office/note-changes.ts';
import { offersSeats } from '../rules.ts';
import { serveWaiting } from '../seats/serve-waiting.ts';

interface Served {
  actor: StaffActor;
  id: number;
  input: ServeAllParsed;
}

/**
 * 全部递补 (activities.md, waiting list): as many seats more as there are people waiting, who are served as ever: judged
 * anew, told, and asked where the activity asks. Members read in 变更记录 that there are more seats. Throws `not_found`,
 * `changed_meanwhile`, `wrong_state` in words.
 */
export async function serveAll({ actor, id, input }: Served): Promise<void> {
  await transaction(async (t) => {
    const activity = await loadSeen({ id, version: input.version }, t);
    if (!offersSeats(activity, clock.now())) throw refuse('该活动不再递补');
    const waiting = await countWaiting(id, t);
    const people = [...waiting.values()].reduce((sum, count) => sum + count, 0);
    if (people === 0) throw refuse('没有候补中的人员');
    if (people > MAX_SERVED_AT_ONCE) {
      throw refuse(`候补有${people}人，一次最多递补${MAX_SERVED_AT_ONCE}人，请用“修改活动”分次增加名额`);
    }
    // What members read of an activity; nothing but its seats is another afterwards.
    const before = {
      ...activity.get({ plain: true }),
      eligibility: activity.eligibility,
      fees: '',
      files: '',
      series: '',
    };
    await widen(activity, { waiting, people }, t);
    await activity.update({ version: activity.version + 1 }, { transaction: t });
    await noteChanges({ actor, id, before, after: { ...before, capacity: activity.capacity } }, t);
    const line = { action: 'activity.waiting-served', targetKind: 'activity', targetId: id } as const;
    const detail = `${people}人，名额由${before.capacity}增至${activity.capacity}：${input.reason}`;
    await writeAudit({ actor, ...line, target: activity.title, detail }, t);
    await serveWaiting(id, t);
  });
}

const refuse = (message: string) => new AppError('wrong_state', { message });

/** How many wait for a seat of each group now; whom absences have wait longer is not among them. */
async function countWaiting(activityId: number, t: Transaction): Promise<Map<number, number>> {
  const where = { activityId, state: 'waiting', servedFrom: { [Op.lte]: clock.now() } } as const;
  const counted = await Registration.count({ where, group: ['groupId'], transaction: t });
  return new Map(counted.map(({ groupId, count }) => [Number(groupId), count]));
}

/** Seats that are free already are used first. */
async function widen(
  activity: Activity,
  { waiting, people }: { waiting: Map<number, number>; people: number },
  t: Transaction,
): Promise<void> {
  for (const group of await ActivityGroup.findAll({ where: { activityId: activity.id }, transaction: t })) {
    const needed = group.taken + (waiting.get(group.id) ?? 0);
    if (needed > group.capacity) await group.update({ capacity: needed }, { transaction: t });
  }
  const capacity = Math.max(activity.capacity, activity.taken + people);
  await activity.update({ capacity }, { transaction: t });
}
