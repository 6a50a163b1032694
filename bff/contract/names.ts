import { toPlainCharacters } from './plain-characters.ts';
import { toHalfWidth } from './text.ts';

/** How names of persons and firms are written, whoever types them. Pure: a mini-program may import it. */

/** Full-width letters, digits and signs. */
const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
/** The dots that are typed between the parts of a name; · is the one of identity documents (GB/T 19105 uses U+00B7). */
const NAME_DOTS = /[·••‧∙⋅・･．᛫]/gu;

/**
 * A name as it is kept: the characters that it shows, one kind of dot, no blank between Han characters, one elsewhere.
 * The same for entry, search and comparison, so that 买买提•艾力 finds 买买提·艾力, and 江　山 finds 江山.
 */
export function toPlainName(typed: string): string {
  return toPlainCharacters(typed)
    .replace(NAME_DOTS, '·')
    .replace(FULL_WIDTH, toHalfWidth)
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\p{sc=Han}) (?=\p{sc=Han})/gu, '')
    .replace(/ ?· ?/gu, '·')
    .replace(/(?<=\p{sc=Han})\.(?=\p{sc=Han})/gu, '·')
    .trim();
}

/** The first character of a name that no document can be printed with, as 「」U+E000; null: there is none. */
export function unusableInName(name: string): string | null {
  const [found] = /[\p{Co}\u2E80-\u2EF3]/u.exec(name) ?? [];
  if (found === undefined) return null;
  return `「${found}」U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
}

/** What a name begins with that is none: a sheet would calculate it, and no document names anybody so. */
export const startsLikeFormula = (name: string): boolean => /^[=+\-@]/.test(name);

/** A name in Latin letters as it is kept, however it was typed: half-width, one apostrophe, single blanks. */
export const toLatinName = (typed: string): string =>
  toHalfWidth(typed).replace(/[’‘`]/g, "'").replace(/\s+/g, ' ').trim();

export const isSameLatinName = (one: string, other: string): boolean => toLatinName(one) === toLatinName(other);
