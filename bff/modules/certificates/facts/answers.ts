import type { ApplicationContentParsed } from '../../../contract/certificates/schemas.ts';
import type { Answers } from './facts.ts';
import type { Application } from '../model.ts';

/** The part of a form that rules and letters look at. */
export type AnsweredForm = Omit<ApplicationContentParsed, 'email' | 'paper' | 'remark'>;

/** What a form answers, before it is submitted. */
export function answersOfForm(content: AnsweredForm): Answers {
  const { purpose, since = null, sinceFirstPractice = false, year = null } = content;
  const { country = '', latinName = '', freeText = '' } = content;
  return { since, sinceFirstPractice, year, country, latinName, purpose, freeText };
}

/** What a submitted application answered. */
export function answersOf(application: Application): Answers {
  const { sinceOn, sinceFirstPractice, year, country, latinName, purpose, freeText } = application;
  return { since: sinceOn, sinceFirstPractice, year, country, latinName, purpose, freeText };
}
