import { NAME_DOTS, toPlainCharacters } from './plain-characters.ts';
import { toHalfWidth } from './text.ts';

/** How names of persons and firms are written, whoever types them. Pure: a mini-program may import it. */

/** Full-width letters, digits and signs. */
const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
/** Letters and digits in a form of their own that mean no other: ligatures (ﬁ), Roman numerals (Ⅳ), half-width kana (ｱ). */
const FOLDED = /[\u2160-\u2188\uFB00-\uFB06]|[\uFF66-\uFF9F]+/gu;

/**
 * A name as it is kept: the characters that it shows, one kind of dot, no blank between Han characters, one elsewhere.
 * The same for entry, search and comparison, so that 买买提•艾力 finds 买买提·艾力, and 江　山 finds 江山.
 */
export function toPlainName(typed: string): string {
  return toPlainCharacters(typed)
    .replace(NAME_DOTS, '·')
    .replace(FOLDED, (letters) => letters.normalize('NFKC'))
    .replace(FULL_WIDTH, toHalfWidth)
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\p{sc=Han}) (?=\p{sc=Han})/gu, '')
    .replace(/ ?· ?/gu, '·')
    .replace(/(?<=\p{sc=Han})\.(?=\p{sc=Han})/gu, '·')
    .trim();
}

/** Own characters, radicals, strokes of characters and signs that describe one: fonts have no shape for them. */
const WITHOUT_SHAPE = /[\p{Co}\u2E80-\u2EF3\u2FF0-\u2FFF\u31C0-\u31EF]/u;
/** Of ASCII all but ?, < and >, which stand where a program did not know a character or wrote a tag. */
const SIGNS = '\\x20-\\x3B=@-~·‘’“”《》〈〉「」『』【】〔〕、—–‐';
/**
 * What names are written with: letters of the scripts that the fonts of letters have, accents on those that take them,
 * digits and signs. Whatever else Unicode has or will have (symbols, tiles, dots of other scripts, marks across Han
 * characters) is in no name, seen or unseen.
 */
const OF_NAMES = new RegExp(
  [
    '(?=\\p{L})[\\p{sc=Han}\\p{sc=Latin}\\p{sc=Greek}\\p{sc=Cyrillic}\\p{sc=Hiragana}\\p{sc=Katakana}]',
    '(?<=[\\p{sc=Latin}\\p{sc=Greek}\\p{sc=Cyrillic}])(?:(?=\\p{Mn})\\p{sc=Inherited}){1,2}',
    '[〇ーʻʼ]',
    `[${SIGNS}]`,
  ].join('|'),
  'gu',
);

const STRANGE_SIGN = new RegExp(`[^\\p{L}\\p{M}\\p{N}${SIGNS}]`, 'gu');

/** A name without the signs that stand in none: it is searched without what nobody could have entered. */
export const withoutStrangeSigns = (name: string): string => name.replace(STRANGE_SIGN, '');

const named = (character: string): string =>
  `「${character}」U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The first character of a name that no document can be printed with, as 「」U+E000; null: there is none. */
export function unusableInName(name: string): string | null {
  const [found] = WITHOUT_SHAPE.exec(name) ?? [];
  return found === undefined ? null : named(found);
}

/**
 * The first character of a name as it is kept that stands in none, as 「?」U+003F: signs and pictures, other scripts, and
 * forms of other characters (㈱, ①), which are found and printed by what they stand for. null: there is none.
 */
export function strangeInName(name: string): string | null {
  const others = new Set(name.replace(OF_NAMES, ''));
  const isStrange = (character: string) => others.has(character) || character.normalize('NFKC') !== character;
  const found = [...name].find(isStrange);
  return found === undefined ? null : named(found);
}

/** What a name begins with that is none: a sheet would calculate it, and no document names anybody so. */
export const startsLikeFormula = (name: string): boolean => /^[=+\-@]/.test(name);

/** A name in Latin letters as it is kept, however it was typed: half-width, one apostrophe, single blanks. */
export const toLatinName = (typed: string): string =>
  toHalfWidth(typed).replace(/[’‘`]/g, "'").replace(/\s+/g, ' ').trim();

export const isSameLatinName = (one: string, other: string): boolean => toLatinName(one) === toLatinName(other);
