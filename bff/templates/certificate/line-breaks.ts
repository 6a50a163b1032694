import { partsOfNumber } from '../../contract/text.ts';

/**
 * A text for the letter, divided by where its lines may end: a string runs on as usual, a string in brackets is never
 * divided, null is a place where a line may end besides.
 */
export type Flow = (string | [string] | null)[];

/** Latin letters, digits and signs without a blank: longer than this they get places to break. */
const LONG = 20;
/** Numbers from here on (licences, credit codes) may be divided between their parts. */
const LONG_NUMBER = 15;
/** Of a long word without any sign, so many characters stay together at both ends. */
const ENDS = 4;
/** The last line of a paragraph has at least so many characters besides its punctuation; of a short text, half of it. */
const TAIL = 3;
/** No column of names is narrower. */
const SHORT_NAME = 5;

const HAN = String.raw`\p{Script=Han}`;
// 14, 1,200.00, 4.5, 401-405
const AMOUNT = String.raw`\d{1,5}(?:[.,]\d{1,4})*(?:[\-–—~]\d{1,5})?`;
const MEASURE = '(?:号|层|室|栋|幢|楼|座|单元|名|次|元|个月|学时)';
const UNITS = [
  // the dot of a name, which begins no line
  String.raw`${HAN}[·•]`,
  // 2026年11月28日, 2026年11月, 11月28日, 14年6个月; with the character before, whose distance to the digit a box would swallow
  String.raw`${HAN}?\d{1,4}年(?:\d{1,2}月(?:\d{1,2}日)?|\d{1,2}个月)?|${HAN}?\d{1,2}月\d{1,2}日`,
  // 第12号, 〔2025〕第1234号, 14号4层401-405室, 188号, 60名, 4.5学时, 1,200.00元
  String.raw`(?:〔\d+〕)?第\d+[号条款项届次页期]|${HAN}?${AMOUNT}${MEASURE}(?:${AMOUNT}${MEASURE})*`,
  // a word too long for its line
  String.raw`[!-~]{${LONG + 1},}`,
  // a long number
  String.raw`\d[\dA-Z]{${LONG_NUMBER - 1},}`,
].join('|');
const PIECES = new RegExp(UNITS, 'gu');
const LETTER = /[\p{L}\p{N}]/u;
const ENDS_IN_HAN = new RegExp(`${HAN}[^\\p{L}\\p{N}]*$`, 'u');
const OPENING = /[（([{「『《〈“‘〔]/u;
/** Latin letters, digits and signs up to the end. */
const RUN = /[!-~]+$/;
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const WHOLE_IN_ENGLISH = new RegExp(String.raw`(\b\d{1,2}|\bNo\.) (?=(?:${MONTHS})\b|\d)`, 'g');
/** Chinese names in English, with their brackets. */
const HAN_NAME = /(\(?[\p{Script=Han}·]{2,12}\)?[,.;]?)/u;
const LONG_WORD = new RegExp(`([!-~]{${LONG + 1},})`);
const SEPARATORS = /(?<=[/\-_.?&=#:@,])(?![/\-_.?&=#:@,])/;

/** Chinese text: dates, numbers with their measure and the end of a paragraph stay whole, long words and numbers do not. */
export function flowOf(text: string): Flow {
  const flow: Flow = [];
  const end = startOfTail(text);
  const [body, tail] = [text.slice(0, end), text.slice(end)];
  let from = 0;
  for (const match of body.matchAll(PIECES)) {
    flow.push(body.slice(from, match.index), ...unit(match[0]));
    from = match.index + match[0].length;
  }
  flow.push(body.slice(from), tail === '' ? '' : [tail]);
  return flow.filter((piece) => piece !== '');
}

/**
 * Where the last words begin: with the bracket that opens before them, a whole word or the last group of a number, and
 * a date or measure that they end, or that ends them.
 */
function startOfTail(text: string): number {
  const least = Math.min(TAIL, Math.floor(text.length / 2));
  if (least < 2 || !ENDS_IN_HAN.test(text)) return text.length;
  let start = text.length;
  for (let letters = 0; letters < least && start > 0;) {
    const character = lastOf(text.slice(0, start));
    if (LETTER.test(character)) letters++;
    start -= character.length;
  }
  start = startOfWord(text, start);
  if (OPENING.test(text[start - 1] ?? '')) start--;
  // A box swallows the distance between a Chinese character and the digit after it.
  else if (/^[!-~]/.test(text.slice(start)) && ENDS_IN_HAN.test(text.slice(0, start)))
    start -= lastOf(text.slice(0, start)).length;
  for (const { index, 0: piece } of text.matchAll(PIECES)) {
    const isShort = piece.length < LONG_NUMBER;
    if (index < start && index + piece.length > start && isShort) return index;
  }
  return start;
}

/** The last character, which may be two units long. */
const lastOf = (text: string): string => [...text.slice(-2)].at(-1) ?? '';

/** A place inside a word or a number is that of its beginning; of a long one, that of its last part. */
function startOfWord(text: string, place: number): number {
  const before = RUN.exec(text.slice(0, place))?.[0] ?? '';
  const run = before + (/^[!-~]+/.exec(text.slice(place))?.[0] ?? '');
  if (before === '' || run === before) return place;
  const isNumber = /^\d[\dA-Z]+$/.test(run) && run.length <= LONG;
  const end = place - before.length + run.length;
  if (isNumber && run.length >= LONG_NUMBER) return end - (runsOf(run).at(-1)?.length ?? 0);
  return run.length > LONG ? Math.min(place, end - ENDS) : place - before.length;
}

/** English text, set ragged: 28 November, No. 12 and Chinese names are never divided, long words are. */
export function englishFlowOf(text: string): Flow {
  const whole = text.replace(WHOLE_IN_ENGLISH, '$1\u00a0');
  return whole.split(LONG_WORD).flatMap((part, index) => (index % 2 === 1 ? unit(part) : withNames(part)));
}

const withNames = (text: string): Flow =>
  text.split(HAN_NAME).flatMap((part, index): Flow => (index % 2 === 1 ? [[part]] : part === '' ? [] : [part]));

/** A name in a cell: its line ends after · or a blank only; a part too long for any cell is divided all the same. */
export function nameFlowOf(name: string): Flow {
  const parts = name.split(/(?<=[·• ])/u);
  if (parts.length === 1 && name.length <= SHORT_NAME) return [name];
  return parts.flatMap((part, index): Flow => [...(index > 0 ? [null] : []), ...wholeUnlessLong(part)]);
}

function wholeUnlessLong(part: string): Flow {
  if (part.length <= LONG) return [[part]];
  return /^[!-~ ]+$/.test(part) ? unit(part) : [part];
}

function unit(text: string): Flow {
  if (/[^!-~]/.test(text) || text.length < LONG_NUMBER) return [[text]];
  if (/^\d+[\dA-Z]*$/.test(text) && text.length <= LONG) return divided(runsOf(text));
  return divided(text.split(SEPARATORS).flatMap((part) => (part.length > LONG ? cut(part) : [part])));
}

/** The parts of a number as screens show them; a line neither ends nor begins with one character of it. */
function runsOf(number: string): string[] {
  const runs: string[] = [];
  for (const part of partsOfNumber(number)) {
    const last = runs.at(-1);
    if (last !== undefined && (last.length < ENDS || part.length === 1)) runs[runs.length - 1] = last + part;
    else runs.push(part);
  }
  return runs;
}

/** Character by character, but for the ends. */
function cut(word: string): string[] {
  return [word.slice(0, ENDS), ...word.slice(ENDS, -ENDS), word.slice(-ENDS)];
}

const divided = (parts: string[]): Flow => parts.flatMap((part, index) => (index > 0 ? [null, part] : [part]));
