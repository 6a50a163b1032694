import { toHalfWidth } from './text.ts';
/** How names of persons and firms are written, whoever types them. Pure: a mini-program may import it. */

/**
 * Radicals of dictionaries that keyboards and old files give for the character they look like, where Unicode's own
 * compatibility forms do not lead there (CJK Radicals Supplement; EquivalentUnifiedIdeograph.txt of the UCD).
 */
const RADICALS = new Map(
  (
    '⺁厂⺂乙⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋卩⺎兀⺏尢⺐尢⺑尣⺒巳⺓幺⺔彑⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歹⺟母⺠民⺡氵⺢水⺣灬⺤爪⺥爪⺦丬⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓' +
    '⺲罒⺳网⺵网⺶羊⺷羋⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻋车⻌辶⻍辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦' +
    '⻩黄⻪黾⻬齐⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'
  )
    .match(/../gu)
    ?.map((pair) => [...pair] as [string, string]) ?? [],
);
/** Compatibility forms: radicals of Kangxi, compatibility ideographs, full-width and other shapes of letters. */
const COMPATIBLE = /[\u2F00-\u2FDF\uF900-\uFAFF\uFF01-\uFF5E\u{2F800}-\u{2FA1F}]/gu;
/** The dots that are typed between the parts of a name; · is the one of identity documents (GB/T 19105 uses U+00B7). */
const NAME_DOTS = /[·••‧∙⋅・･．᛫]/gu;

/**
 * A name as it is kept: the characters that it shows, one kind of dot, no blank between Han characters, one elsewhere.
 * The same for entry, search and comparison, so that 买买提•艾力 finds 买买提·艾力, and 江　山 finds 江山.
 */
export function toPlainName(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/\p{sc=Han}/gu, (character) => RADICALS.get(character) ?? character)
    .replace(NAME_DOTS, '·')
    .replace(COMPATIBLE, (character) => character.normalize('NFKC'))
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

/** A name in Latin letters as it is kept, however it was typed: half-width, one apostrophe, single blanks. */
export const toLatinName = (typed: string): string =>
  toHalfWidth(typed).replace(/[’‘`]/g, "'").replace(/\s+/g, ' ').trim();

export const isSameLatinName = (one: string, other: string): boolean => toLatinName(one) === toLatinName(other);
