import { LOOK_ALIKES, SIMPLIFIED } from './look-alike-table.ts';

/**
 * Characters that are taken for others: variants and Unicode's confusables whose usual form stands in 通用规范汉字表
 * (亊 for 事, Cyrillic а for a), and forms that normalisation (NFKC) turns into letters or digits (ｇ, ⼈, ①). A rare
 * character that looks like no common one is none of them.
 */

/** A look-alike and what it is taken for. */
export interface LookAlike {
  character: string;
  usual: string;
}

/** Seen by hand; the Unicode data does not have them. */
const BY_HAND = '夲本巿市侓律';
/** Common words of their own, but in a name all but certainly the other. */
const IN_NAMES = '曰日已己';

const pairs = (text: string): [string, string][] => {
  const characters = [...text];
  return characters.flatMap((one, at) => (at % 2 === 0 ? [[one, characters[at + 1] ?? one]] : []));
};
const USUAL = new Map(pairs(LOOK_ALIKES + BY_HAND));
const USUAL_IN_NAMES = new Map(pairs(IN_NAMES));
const TO_SIMPLIFIED = new Map(pairs(SIMPLIFIED));

/** What a character is taken for; null: it is what it looks like. */
function usualOf(character: string): string | null {
  const known = USUAL.get(character);
  if (known) return known;
  const plain = character.normalize('NFKC');
  return plain !== character && /[\p{L}\p{N}]/u.test(plain) ? plain : null;
}

/** The look-alikes in a text, each once. */
export function lookAlikesIn(text: string): LookAlike[] {
  return found(text, usualOf);
}

/** The look-alikes in the name of a person or a firm. */
export function lookAlikesInName(name: string): LookAlike[] {
  return found(name, (character) => USUAL_IN_NAMES.get(character) ?? usualOf(character));
}

function found(text: string, usual: (character: string) => string | null): LookAlike[] {
  return [...new Set(text)].flatMap((character) => {
    const is = usual(character);
    return is === null ? [] : [{ character, usual: is }];
  });
}

/** 「亊」U+4E8A 形近“事” : people need the characters, the registry clerk the code. */
export function describeLookAlike({ character, usual }: LookAlike): string {
  const code = character.codePointAt(0) ?? 0;
  return `「${character}」U+${code.toString(16).toUpperCase().padStart(4, '0')} 形近“${usual}”`;
}

/**
 * What a text reads like: look-alikes and traditional forms as the usual ones, letters and digits only, Latin ones small.
 * For comparing with words, never for printing.
 */
export function readsLike(text: string): string {
  return [...text]
    .map((character) => usualOf(character) ?? character)
    .join('')
    .replace(/./gu, (character) => TO_SIMPLIFIED.get(character) ?? character)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
