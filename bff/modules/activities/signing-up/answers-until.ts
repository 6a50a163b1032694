import type { FormField } from '../../../contract/activity-forms/schemas.ts';
import type { Activity, Registration } from '../model.ts';
import { asksAnswers } from './answer-offer.ts';

type Form = Pick<Activity, 'form'>;

/** Labels of questions that must be answered and are not: they were added after the lawyer had signed up (待补充). */
export function missingAnswers({ form }: Form, registration: Registration): string[] {
  const isLacking = ({ key, isRequired }: FormField) => isRequired && registration.answers[key] === undefined;
  return registration.liveKey === null ? [] : form.filter(isLacking).map(({ label }) => label);
}

/**
 * Until when a lawyer may change what he has answered: the end of cancelling as it was promised to him; what he was asked
 * later, until the activity begins. null: there is nothing to change, or that is over. Half-open.
 */
export function answersUntil(activity: Activity, registration: Registration, now: number): number | null {
  const isOut = activity.state === 'published' || activity.state === 'hidden';
  if (!isOut || registration.liveKey === null || activity.form.length === 0) return null;
  // Whoever has yet to confirm what the firm signed him up for answers as he confirms.
  if (asksAnswers(activity, registration)) return null;
  const isAsked = missingAnswers(activity, registration).length > 0;
  const until = isAsked ? Math.max(registration.cancelUntil, activity.beginsAt) : registration.cancelUntil;
  return now < until ? until : null;
}
