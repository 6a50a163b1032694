import { openSync } from 'fontkit';
import { fontFiles } from './fonts.ts';

/** Controls, invisible formatting, private use, lone surrogates, unassigned, line and paragraph separators. */
const NEVER_PRINTED = /[\p{C}\p{Zl}\p{Zp}]/u;

let printable: Set<number> | null = null;

/**
 * Characters of the text, each once, that the letter cannot show: neither 宋 nor the Latin face has a glyph for them,
 * or they have no shape at all. Empty for every name in 通用规范汉字表.
 */
export function unprintableCharacters(text: string): string[] {
  printable ??= readPrintable();
  const known = printable;
  return [...new Set(text)].filter(
    (character) => !known.has(character.codePointAt(0) ?? 0) || NEVER_PRINTED.test(character),
  );
}

/** Opens the fonts (some 60 ms, once). 宋 regular and bold have the same characters, as the test makes sure. */
function readPrintable(): Set<number> {
  return new Set([fontFiles.song, fontFiles.latin].flatMap((file) => openSync(file).characterSet));
}
