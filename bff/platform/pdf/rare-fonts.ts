import { openSync } from 'fontkit';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { env } from '../../env.ts';
import { fontFiles, rareFontFiles } from './fonts.ts';

/** Where Debian's package fonts-hanazono puts its fonts (花園明朝: the whole of extension B, and most of C to F). */
const HANAZONO = '/usr/share/fonts/truetype/hanazono';

/** Only Chinese is taken from further fonts: a picture character in one of them would make a letter look odd. */
const HAN = /\p{Script=Han}/u;

/** Controls, invisible formatting, private use, lone surrogates, unassigned, line and paragraph separators. */
const NEVER_PRINTED = /[\p{C}\p{Zl}\p{Zp}]/u;

/** Fonts for what 宋 and the Latin face lack: opened for the first text that has such a character, and not before. */
export interface RareFonts {
  /** Their families, in the order in which they are tried. */
  families: string[];
  /** Folders that hold them. */
  folders: string[];
  characters: Set<number>;
}

let common: Set<number> | null = null;
let rare: RareFonts | null = null;

/**
 * Characters of 宋 and the Latin face that have a shape (opens them, some 60 ms, once). Regular and bold have the same, as a
 * test makes sure.
 */
export function commonCharacters(): Set<number> {
  common ??= new Set(
    [fontFiles.song, fontFiles.latin]
      .flatMap((file) => openSync(file).characterSet)
      .filter((code) => !NEVER_PRINTED.test(String.fromCodePoint(code))),
  );
  return common;
}

/** Noto Serif HK and JP, and what lies in FONTS_DIR. */
export function rareFonts(): RareFonts {
  rare ??= readRareFonts(env.FONTS_DIR ?? (existsSync(HANAZONO) ? HANAZONO : null));
  return rare;
}

/** Whether one of the rare fonts prints this character, of a text that the usual ones do not. */
export function isRarePrinted(character: string): boolean {
  return HAN.test(character) && rareFonts().characters.has(character.codePointAt(0) ?? 0);
}

/** The rare fonts if the text has a character that only they may have; null for almost every text. */
export function rareFontsFor(text: string): RareFonts | null {
  const known = commonCharacters();
  for (const character of text) {
    if (!known.has(character.codePointAt(0) ?? 0) && HAN.test(character)) return rareFonts();
  }
  return null;
}

/** Those of npm, then every font file of the folder. Throws when one of them is none. */
export function readRareFonts(folder: string | null): RareFonts {
  const further = folder === null ? [] : readdirSync(folder).filter((name) => /\.(ttf|otf)$/i.test(name));
  const files = [...Object.values(rareFontFiles), ...further.sort().map((name) => join(folder ?? '', name))];
  const opened = files.map((file) => openSync(file));
  return {
    families: [...new Set(opened.map(({ familyName }) => familyName))],
    folders: [...new Set(files.map((file) => dirname(file)))],
    characters: new Set(opened.flatMap(({ characterSet }) => characterSet)),
  };
}
