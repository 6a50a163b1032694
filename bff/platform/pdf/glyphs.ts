import { commonCharacters, isRarePrinted } from './rare-fonts.ts';

/** Controls, invisible formatting, private use, lone surrogates, unassigned, line and paragraph separators. */
const NEVER_PRINTED = /[\p{C}\p{Zl}\p{Zp}]/u;

/**
 * Characters of the text, each once, that the letter cannot show: no face of ours has a glyph for them, or they have no
 * shape at all. Empty for every name in 通用规范汉字表; the fonts for rare characters are opened when there is one.
 */
export function unprintableCharacters(text: string): string[] {
  const known = commonCharacters();
  return [...new Set(text)].filter((character) => {
    if (NEVER_PRINTED.test(character)) return true;
    return !known.has(character.codePointAt(0) ?? 0) && !isRarePrinted(character);
  });
}
