import type { ApplicationContentParsed } from '../../../contract/certificates/schemas.ts';
import type { Answers } from './facts.ts';
import type { Application } from '../model.ts';

/** What a form answers, before it is submitted. */
export function answersOfForm(content: ApplicationContentParsed): Answers {
  const { purpose, since = null, year = null, country = '', latinName = '', freeText = '' } = content;
  return { since, year, country, latinName, purpose, freeText };
}

/** What a submitted application answered. */
export function answersOf(application: Application): Answers {
  const { sinceOn, year, country, latinName, purpose, freeText } = application;
  return { since: sinceOn, year, country, latinName, purpose, freeText };
}
