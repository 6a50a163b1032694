import type { Transaction } from 'sequelize';
import type { MemberActor } from '../../../actor.ts';
import type { OwnQuestions } from '../../../contract/activity-meeting/replies.ts';
import { toIso } from '../../../contract/dates.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { Activity, Registration } from '../model.ts';
import { expectLawyer } from '../policy.ts';
import { CodeAnswer, CodeQuestion } from '../presence/question-model.ts';
import { windowOf } from './question-times.ts';

/** Questions of an activity with what one registration has answered, in their order. */
export async function questionsOf(
  { activity, registrationId }: { activity: Activity; registrationId: number },
  t?: Transaction,
) {
  const within = t && { transaction: t };
  const where = { activityId: activity.id };
  const questions = await CodeQuestion.findAll({ where, order: ['ordinal'], ...within });
  const ids = questions.map(({ id }) => id);
  const answers = await CodeAnswer.findAll({ where: { questionId: ids, registrationId }, ...within });
  const byQuestion = new Map(answers.map((answer) => [answer.questionId, answer]));
  return questions.map((question) => ({
    id: question.id,
    code: question.code,
    ...windowOf(question, activity),
    answer: byQuestion.get(question.id) ?? null,
  }));
}
export type AskedQuestion = Awaited<ReturnType<typeof questionsOf>>[number];

/** The question that waits for an answer now; of two, after an activity was shortened, the later one. */
export const openQuestion = (questions: readonly AskedQuestion[], now: number): AskedQuestion | undefined =>
  questions.findLast(({ from, to, answer }) => from <= now && now < to && !answer?.answeredAt);

/**
 * 签到提问 of an own registration: how many there are and are answered, and whether one waits for an answer. When the next one
 * is asked, nobody is told. Throws `forbidden` for a firm, `not_found`.
 */
export async function showOwnQuestions({ actor, id }: { actor: MemberActor; id: number }): Promise<OwnQuestions> {
  const { lawyerId } = expectLawyer(actor);
  const where = { id, lawyerId };
  const registration = await Registration.findOne({ where, rejectOnEmpty: new AppError('not_found') });
  const activity = await Activity.findByPk(registration.activityId, { rejectOnEmpty: new AppError('not_found') });
  const isAsked = registration.state === 'registered' && activity.state !== 'cancelled';
  const questions = isAsked ? await questionsOf({ activity, registrationId: id }) : [];
  const open = openQuestion(questions, clock.now());
  return {
    total: questions.length,
    answered: questions.filter(({ answer }) => answer?.answeredAt).length,
    open: open ? { until: toIso(open.to) } : null,
  };
}
