import type { MemberActor } from '../../../actor.ts';
import { withChosen } from '../../../contract/activity-forms/chosen.ts';
import type { ChangeAnswersParsed } from '../../../contract/activities/schemas.ts';
import { AppError } from '../../../errors.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { transaction } from '../../../platform/db/database.ts';
import { ofRegistration } from '../../../subject.ts';
import { writeAudit } from '../../audit/write-audit.ts';
import { writeEvent } from '../../timeline/write-event.ts';
import type { Activity, Registration } from '../model.ts';
import { expectLawyer } from '../policy.ts';
import { lockRegistration } from '../seats/load-locked.ts';
import { answersUntil } from './answers-until.ts';
import { readAnswers } from './read-answers.ts';

/**
 * Changes what was answered to the form, until the end of cancelling as it was promised. What is asked no more keeps its
 * answer. Harmless where nothing is another one. Throws `forbidden`, `not_found`, `wrong_state` in words, `invalid_fields`.
 */
export async function changeAnswers(changed: {
  actor: MemberActor;
  id: number;
  input: ChangeAnswersParsed;
}): Promise<void> {
  const { actor, id, input } = changed;
  const lawyer = expectLawyer(actor);
  await transaction(async (t) => {
    const { activity, registration } = await lockRegistration({ id, lawyerId: lawyer.lawyerId }, t);
    if (answersUntil(activity, registration, clock.now()) === null)
      throw new AppError('wrong_state', { message: '报名表已不能修改，请提交工单或联系协会' });
    const answers = answersOf({ activity, registration, given: input.answers });
    const labels = activity.form
      .filter(({ key }) => answers[key] !== registration.answers[key])
      .map(({ label }) => label);
    if (labels.length === 0) return;
    await registration.update({ answers }, { transaction: t });
    await writeEvent({ subject: ofRegistration(id), event: 'answers_changed', by: actor, note: labels.join('、') }, t);
    const line = { action: 'registration.answers-changed', targetKind: 'registration', targetId: id } as const;
    await writeAudit({ actor, ...line, target: `${activity.title} ${actor.name}`, detail: labels.join('、') }, t);
  });
}

/** Whatever the form asks no more stays as it is. */
function answersOf(from: {
  activity: Activity;
  registration: Registration;
  given: ChangeAnswersParsed['answers'];
}): Registration['answers'] {
  const { activity, registration, given } = from;
  const form = activity.form.map((field) => withChosen(field, registration.answers[field.key]));
  const asked = new Set(form.map(({ key }) => key));
  const kept = Object.entries(registration.answers).filter(([key]) => !asked.has(key));
  return { ...Object.fromEntries(kept), ...readAnswers(form, given) };
}
