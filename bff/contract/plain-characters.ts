/** Which characters stand for one another, whoever types them. Pure, and without the newer patterns: old telephones run it. */

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
/** Radicals of Kangxi and compatibility ideographs: the same character a second time. */
const COMPATIBLE = /[\u2F00-\u2FDF\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/gu;

/**
 * Words in the characters that they show: ⻢⼩明 is 马小明, and an accent belongs to its letter. Blanks, punctuation and width
 * stay as they were typed.
 */
export const toPlainCharacters = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/[\u2E80-\u2EFF]/g, (radical) => RADICALS.get(radical) ?? radical)
    .replace(COMPATIBLE, (character) => character.normalize('NFKC'));

/**
 * The dots that are typed between the parts of a name, each by its code point: middle dot and Georgian stop, bullets,
 * hyphenation point, operators, Katakana (and its double hyphen), Runic and Canadian ones, one leader, word separators, sinological dot, small,
 * vertical and full stops: those that Unicode calls confusable with · among them. · (U+00B7) is the one of identity
 * documents (GB/T 19105).
 */
export const NAME_DOTS =
  /[\u00B7\u0387\u02D9\u1427\u16EB\u2022\u2024\u2027\u2218\u2219\u22C4\u22C5\u25CF\u2E31\u2E33\u3002\u30A0\u30FB\uA78F\uFE12\uFE52\uFF0E\uFF61\uFF65]/g;

/**
 * What nobody sees, wherever it was copied from (Default_Ignorable_Code_Point, by its code points: old telephones do not know
 * the class). It is refused where something is entered; what stands in a list from before is found without it.
 */
const UNSEEN =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFF8]|\uD82F[\uDCA0-\uDCA3]|\uD834[\uDD73-\uDD7A]|[\uDB40-\uDB43][\uDC00-\uDFFF]/g;
export const withoutUnseen = (typed: string): string => typed.replace(UNSEEN, '');

/**
 * What of a name is compared where it is looked for among names at hand: its characters, whatever their width and case,
 * without blanks and dots. The same names as the registry finds (`toNameKey`).
 */
export const comparedName = (typed: string): string =>
  toPlainCharacters(withoutUnseen(typed)).normalize('NFKC').toLowerCase().replace(/[\s.]/g, '').replace(NAME_DOTS, '');

/** Words as they are compared where they are looked for among texts at hand: width, case and blanks do not matter. */
export const comparedWords = (typed: string): string =>
  toPlainCharacters(withoutUnseen(typed)).normalize('NFKC').toLowerCase().replace(/\s/g, '');

const OPENING = '[［【(（〈《{｛〖';
const CLOSING = ']］】)）〉》}｝〗';
const FULL_WIDTH_DIGITS = '０１２３４５６７８９';

/**
 * What people type otherwise in the number of a document, and the sign that stands for it: brackets as offices write them
 * (GB/T 9704: 〔2025〕), digits, hyphens; blanks for nothing. A table, since databases compare by it as well.
 */
export const DOCUMENT_SIGNS: readonly (readonly [typed: string, compared: string])[] = [
  ...[...OPENING].map((sign) => [sign, '〔'] as const),
  ...[...CLOSING].map((sign) => [sign, '〕'] as const),
  ...[...FULL_WIDTH_DIGITS].map((sign, digit) => [sign, String(digit)] as const),
  ...[...'－–—‐'].map((sign) => [sign, '-'] as const),
  ...[' ', '\u3000', '\u00A0', '\t'].map((blank) => [blank, ''] as const),
];
const SIGNS = new Map(DOCUMENT_SIGNS);

/** The number of a document as it is compared: 江律处[2025] ９ 号 is 江律处〔2025〕9号. */
export const comparedDocumentNo = (typed: string): string =>
  [...toPlainCharacters(typed)]
    .map((sign) => SIGNS.get(sign) ?? sign)
    .join('')
    .toLowerCase();
