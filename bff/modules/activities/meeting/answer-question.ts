import type { Transaction } from 'sequelize';
import type { MemberActor } from '../../../actor.ts';
import { MAX_QUESTION_TRIES } from '../../../contract/activity-meeting/limits.ts';
import type { AnswerQuestionParsed } from '../../../contract/activity-meeting/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import type { Activity } from '../model.ts';
import { expectLawyer } from '../policy.ts';
import { Presence } from '../presence/model.ts';
import { CodeAnswer } from '../presence/question-model.ts';
import { writePresence } from '../presence/write-presence.ts';
import { lockRegistration } from '../seats/load-locked.ts';
import { openQuestion, questionsOf, type AskedQuestion } from './own-questions.ts';
import { minutesOf } from './question-times.ts';

interface Answered {
  actor: MemberActor;
  id: number;
  input: AnswerQuestionParsed;
}

/**
 * Answers the 签到提问 that is asked now. Being there is then as much of the activity as of its questions was answered, unless
 * somebody or a list of the meeting has said more of it. Throws `forbidden`, `not_found`, `wrong_state` in words,
 * `invalid_fields` on `code`; a wrong answer counts, and after so many the question takes no more.
 */
export async function answerQuestion(asked: Answered): Promise<void> {
  const { lawyerId } = expectLawyer(asked.actor);
  // What is refused has been counted, and stays so: it is thrown after the transaction.
  const refusal = await transaction((t) => judge({ ...asked, lawyerId }, t));
  if (refusal !== null) throw refusal;
}

async function judge(asked: Answered & { lawyerId: number }, t: Transaction): Promise<AppError | null> {
  const { actor, id, lawyerId, input } = asked;
  const { activity, registration } = await lockRegistration({ id, lawyerId }, t);
  const refuse = (message: string) => new AppError('wrong_state', { message });
  if (registration.state !== 'registered') return refuse('您没有占有名额，不用回答签到提问');
  if (activity.state === 'cancelled') return refuse('活动已取消');
  const now = clock.now();
  const questions = await questionsOf({ activity, registrationId: id }, t);
  const open = openQuestion(questions, now);
  if (!open) return refuse('现在没有待回答的签到提问');
  const tries = open.answer?.tries ?? 0;
  if (tries >= MAX_QUESTION_TRIES) return refuse('这一次已输错多次，不能再试，请等待下一次提问');
  const isRight = input.code === open.code;
  await keepAnswer({ open, registrationId: id, tries: tries + (isRight ? 0 : 1), at: isRight ? now : null }, t);
  if (!isRight) {
    const left = MAX_QUESTION_TRIES - tries - 1;
    const message = left > 0 ? `数字不对，还可以试${left}次` : '数字不对，这一次不能再试';
    return new AppError('invalid_fields', { fields: { code: message } });
  }
  await countPresence({ actor, activity, registrationId: id, questions, now }, t);
  return null;
}

async function keepAnswer(
  kept: { open: AskedQuestion; registrationId: number; tries: number; at: number | null },
  t: Transaction,
): Promise<void> {
  const { open, registrationId, tries, at } = kept;
  if (open.answer) await open.answer.update({ tries, answeredAt: at }, { transaction: t });
  else await CodeAnswer.create({ questionId: open.id, registrationId, tries, answeredAt: at }, { transaction: t });
}

async function countPresence(
  counted: {
    actor: MemberActor;
    activity: Activity;
    registrationId: number;
    questions: readonly AskedQuestion[];
    now: number;
  },
  t: Transaction,
): Promise<void> {
  const { actor, activity, registrationId, questions, now } = counted;
  const stored = await Presence.findOne({ where: { registrationId }, transaction: t });
  if (stored && stored.way !== 'question' && stored.way !== 'rule') return;
  const earlier = questions.flatMap(({ answer }) => answer?.answeredAt ?? []);
  const times = [...new Set([...earlier, now])];
  const minutes = minutesOf({ answered: times.length, asked: questions.length }, activity);
  const seen = { outcome: 'present', arrivedAt: Math.min(...times), leftAt: now, way: 'question', minutes } as const;
  await writePresence({ registrationId, seen, by: actor }, t);
}
