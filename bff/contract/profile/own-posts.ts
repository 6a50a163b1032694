import type { Row } from '../form-reading/fields.ts';
import { PRESENT } from '../form-reading/words.ts';

/** 律协任职 in our own association: the registry keeps those as well (profile-sections.md). Pure. */

/** Which of the code table 律协 an association of that name is. */
export function ownAssociation(name: string): string {
  if (name.startsWith('中华')) return 'acla';
  if (/[省区]律师协会/.test(name) && !/市.*区律师协会/.test(name)) return 'provincial';
  return /[区县旗]律师协会/.test(name) ? 'branch' : 'city';
}

/** A post as the registry keeps it. */
export interface OwnPost {
  body: string;
  position: string;
  fromOn: string;
  untilOn: string | null;
}

/** The post that a row says; null: it is one in another association. */
export function ownPostOf({ values }: Row, association: string): OwnPost | null {
  if (values['association'] !== ownAssociation(association)) return null;
  const textOf = (key: string) => {
    const value = values[key];
    return typeof value === 'string' ? value : '';
  };
  const untilOn = textOf('untilOn');
  return {
    body: textOf('body'),
    position: textOf('position'),
    fromOn: textOf('fromOn'),
    untilOn: untilOn === PRESENT || untilOn === '' ? null : untilOn,
  };
}

export const isSamePost = (a: OwnPost, b: OwnPost): boolean =>
  a.body === b.body && a.position === b.position && a.fromOn === b.fromOn && a.untilOn === b.untilOn;

/** Rows but for those that the registry has: where both are shown, the registry's stand first. */
export const besideRegistry = (rows: readonly Row[], posts: readonly OwnPost[], association: string): Row[] =>
  rows.filter((row) => {
    const own = ownPostOf(row, association);
    return own === null || !posts.some((post) => isSamePost(post, own));
  });
