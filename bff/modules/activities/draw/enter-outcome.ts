import type { Transaction } from 'sequelize';
import type { StaffActor } from '../../../actor.ts';
import type { EnterOutcomeParsed } from '../../../contract/draws/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import type { Activity } from '../model.ts';
import { inWords } from '../rules.ts';
import { lockActivity } from '../seats/load-locked.ts';
import { ActivityDraw } from './model.ts';

interface Entered {
  actor: StaffActor;
  activityId: number;
  input: EnterOutcomeParsed;
}

/**
 * Enters what came of the public draw. The first person may correct what he entered; as soon as a second one has entered the
 * same, the order is fixed for good and a job gives the seats. Throws `not_found`, `wrong_state` in words.
 */
export async function enterOutcome({ actor, activityId, input: { outcome } }: Entered): Promise<void> {
  await transaction(async (t) => {
    const activity = await lockActivity(activityId, t);
    const draw = await ActivityDraw.findOne({ where: { activityId }, transaction: t, lock: t.LOCK.UPDATE });
    expectDrawable(activity, draw);
    const now = clock.now();
    const line = { targetKind: 'activity', targetId: activityId, target: activity.title } as const;
    if (draw.firstById === null || draw.firstById === actor.accountId) {
      const first = { firstOutcome: outcome, firstById: actor.accountId, firstBy: actor.name, firstAt: now };
      await draw.update(first, { transaction: t });
      await writeAudit({ actor, action: 'activity.draw-entered', ...line, detail: outcome }, t);
      return;
    }
    if (outcome !== draw.firstOutcome) {
      throw new AppError('wrong_state', {
        message: `与${draw.firstBy}录入的不一致，请核对公开开奖结果；录错的，由${draw.firstBy}重新录入`,
      });
    }
    await hold({ actor, draw, outcome, now }, t);
    await writeAudit({ actor, action: 'activity.drawn', ...line, detail: outcome }, t);
  });
}

async function hold(
  { actor, draw, outcome, now }: { actor: StaffActor; draw: ActivityDraw; outcome: string; now: number },
  t: Transaction,
): Promise<void> {
  await draw.update({ outcome, secondBy: actor.name, drawnAt: now }, { transaction: t });
  await enqueue('give-drawn-seats', { activityId: draw.activityId }, { t });
}

function expectDrawable(activity: Activity, draw: ActivityDraw | null): asserts draw is ActivityDraw {
  const now = clock.now();
  const refuse = (message: string) => new AppError('wrong_state', { message });
  if (!draw) throw refuse('本活动不是抽签录取，或尚未发布');
  if (draw.drawnAt !== null) throw refuse(`已于${inWords(draw.drawnAt)}抽签，结果不可更改`);
  if (activity.state === 'cancelled') throw refuse('活动已取消');
  if (now < activity.closesAt) throw refuse('报名结束后才能抽签');
  if (now >= activity.beginsAt) throw refuse('活动已经开始，不能再抽签');
  if (draw.frozenAt === null) throw refuse('名单正在封存，请稍后再试');
  if (activity.drawAt !== null && now < activity.drawAt) {
    throw refuse(`公开开奖在${inWords(activity.drawAt)}，此后才能录入结果`);
  }
}
