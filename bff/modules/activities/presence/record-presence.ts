import type { StaffActor } from '../../../actor.ts';
import { PRESENCE_MARKS } from '../../../contract/activities/enums.ts';
import type { RecordPresenceParsed } from '../../../contract/activities/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { Registration, type Activity } from '../model.ts';
import { inWords, presenceRights } from '../rules.ts';
import { lockActivity } from '../seats/load-locked.ts';
import { Presence } from './model.ts';
import { erasePresence, writePresence, type Seen } from './write-presence.ts';

interface Recorded {
  actor: StaffActor;
  activityId: number;
  input: RecordPresenceParsed;
}

/**
 * 登记到场 by hand: who came and who did not, among those who have a seat, or what was recorded by mistake taken back.
 * While the activity runs, coming is now; from a list on paper, after it has ended, it is all of the activity. Saying the
 * same again changes nothing. Throws `not_found`, `wrong_state` in words.
 */
export async function recordPresence({ actor, activityId, input }: Recorded): Promise<void> {
  const { mark } = input;
  await transaction(async (t) => {
    const activity = await lockActivity(activityId, t);
    expectPossible(activity, mark);
    const ids = [...new Set(input.registrationIds)];
    const seated = await Registration.findAll({
      where: { id: ids, activityId, state: 'registered' },
      order: ['id'],
      transaction: t,
      lock: t.LOCK.UPDATE,
    });
    if (seated.length < ids.length) {
      throw new AppError('wrong_state', { message: '有人已不在名单上，请刷新后重试' });
    }
    const stored = await Presence.findAll({ where: { registrationId: ids }, transaction: t });
    const outcomes = new Map(stored.map(({ registrationId, outcome }) => [registrationId, outcome]));
    const changed = ids.filter((id) => (outcomes.get(id) ?? 'unknown') !== mark);
    for (const registrationId of changed) {
      if (mark === 'unknown') await erasePresence({ registrationId, by: actor }, t);
      else await writePresence({ registrationId, seen: seenByHand(activity, mark), by: actor }, t);
    }
    if (changed.length === 0) return;
    const line = { action: 'activity.presence', targetKind: 'activity', targetId: activityId } as const;
    const detail = `${PRESENCE_MARKS[mark]}：${changed.length}人（报名编号${changed.join('、')}）`;
    await writeAudit({ actor, ...line, target: activity.title, detail: detail.slice(0, 500) }, t);
  });
}

function expectPossible(activity: Activity, mark: RecordPresenceParsed['mark']): void {
  if (activity.state !== 'published' && activity.state !== 'hidden') {
    throw new AppError('wrong_state', { message: '活动未发布或已取消，不能登记到场' });
  }
  const from = presenceRights(activity)[mark === 'absent' ? 'absentFrom' : 'presentFrom'];
  if (clock.now() < from) throw new AppError('wrong_state', { message: `${inWords(from)}起可以登记` });
}

function seenByHand(activity: Activity, outcome: 'present' | 'absent'): Seen {
  if (outcome === 'absent') return { outcome, arrivedAt: null, leftAt: null, way: 'hand' };
  const now = clock.now();
  const isOver = now >= activity.endsAt;
  return { outcome, arrivedAt: isOver ? activity.beginsAt : now, leftAt: isOver ? activity.endsAt : null, way: 'hand' };
}
