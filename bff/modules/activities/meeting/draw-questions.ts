import { randomInt } from 'node:crypto';
import type { StaffActor } from '../../../actor.ts';
import { QUESTION_SPACE_MINUTES } from '../../../contract/activity-meeting/limits.ts';
import type { DrawQuestionsParsed } from '../../../contract/activity-meeting/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import type { Activity } from '../model.ts';
import { CodeQuestion } from '../presence/question-model.ts';
import { lockActivity } from '../seats/load-locked.ts';
import { drawPermilles } from './question-times.ts';

/**
 * Draws when an online activity asks its 签到提问, and their digits, in place of those drawn before; 0: it asks none. Until it
 * begins. Throws `not_found`, `wrong_state` in words.
 */
export async function drawQuestions(drawn: {
  actor: StaffActor;
  id: number;
  input: DrawQuestionsParsed;
}): Promise<void> {
  const { actor, id, input } = drawn;
  await transaction(async (t) => {
    const activity = await lockActivity(id, t);
    expectPossible(activity, input.count);
    await CodeQuestion.destroy({ where: { activityId: id }, transaction: t });
    const rows = drawPermilles(input.count, (below) => randomInt(below)).map((permille, nth) => ({
      activityId: id,
      ordinal: nth + 1,
      permille,
      code: String(randomInt(10_000)).padStart(4, '0'),
    }));
    await CodeQuestion.bulkCreate(rows, { transaction: t });
    const line = { action: 'activity.questions', targetKind: 'activity', targetId: id } as const;
    await writeAudit({ actor, ...line, target: activity.title, detail: `${input.count}次` }, t);
  });
}

function expectPossible({ isOnline, state, beginsAt, endsAt }: Activity, count: number): void {
  const refuse = (message: string) => new AppError('wrong_state', { message });
  if (!isOnline) throw refuse('只有线上活动可以设置签到提问');
  if (state !== 'published' && state !== 'hidden') throw refuse('活动未发布或已取消，不能设置签到提问');
  if (clock.now() >= beginsAt) throw refuse('活动已开始，签到提问不能再更改');
  const needed = count * QUESTION_SPACE_MINUTES;
  if (endsAt - beginsAt < needed * 60_000) throw refuse(`${count}次签到提问需要活动至少${needed}分钟`);
}
