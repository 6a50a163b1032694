import { commonCharacters, isRarePrinted } from './rare-fonts.ts';

/**
 * Characters of the text, each once, that the letter cannot show: no face of ours has a glyph for them, or they have no
 * shape at all. Empty for every name in 通用规范汉字表; the fonts for rare characters are opened when there is one.
 */
export function unprintableCharacters(text: string): string[] {
  const known = commonCharacters();
  const missing = new Set<string>();
  for (const character of text) {
    if (!known.has(character.codePointAt(0) ?? 0) && !isRarePrinted(character)) missing.add(character);
  }
  return [...missing];
}
