import { inflateSync } from 'node:zlib';
import { mustMatch } from './must-match.ts';
import { readContent, type Token } from './read-content.ts';
import { contentsOf, readPrinted, type PrintedPdf } from './read-printed.ts';

/** In points, origin at the bottom left of the page. */
export interface Box {
  left: number;
  bottom: number;
  right: number;
  top: number;
}
export interface TextRun extends Box {
  text: string;
}
export interface PrintedPage {
  width: number;
  height: number;
  /** Upright text, one entry per run of one face; what is rotated (a watermark) lies over the page on purpose. */
  runs: TextRun[];
  /** Ruled lines, of tables and frames. */
  rules: Box[];
}

type Matrix = [number, number, number, number, number, number];
interface Face {
  widths: Map<number, number>;
  characters: Map<number, string>;
}

/** Ascent and descent of ink that any face of ours has at least, in em: lines may be set close. */
const ASCENT = 0.66;
const DESCENT = 0.02;
/** Full-width punctuation whose blank half may hang over the end, or the beginning, of a line. */
const CLOSING = /[，。、：；！？）」』》〉】〕”’]$/u;
const OPENING = /^[（「『《〈【〔“‘]/u;

/** Where the text and the ruled lines of each page stand, in a PDF written by our own printer. */
export function printedPages(pdf: Buffer): PrintedPage[] {
  const printed = readPrinted(pdf);
  const faces = new Map<number, Face>();
  const faceOf = (object: number) => {
    const face = faces.get(object) ?? readFace(printed, object);
    faces.set(object, face);
    return face;
  };
  return printed.pages.map((page) => readPage(printed, page, faceOf));
}

function readPage(printed: PrintedPdf, number: number, faceOf: (object: number) => Face): PrintedPage {
  const { head } = printed.object(number);
  const box = /\/MediaBox \[\s*\S+ \S+ (\S+) ([^\s\]]+)/.exec(head);
  const page: PrintedPage = { width: Number(box?.[1]), height: Number(box?.[2]), runs: [], rules: [] };
  const fonts = /\/Font <<([^>]*)>>/.exec(head)?.[1] ?? '';
  const names = new Map([...fonts.matchAll(/(\/\S+) (\d+) 0 R/g)].map(([, name, id]) => [name, Number(id)]));
  const contents = contentsOf(head).flatMap((stream) => [unpacked(printed.object(stream)), Buffer.from('\n')]);
  draw(Buffer.concat(contents), page, (name) => faceOf(names.get(name) ?? 0));
  return page;
}

const unpacked = ({ head, stream }: { head: string; stream: Buffer | null }): Buffer =>
  stream && head.includes('/FlateDecode') ? inflateSync(stream) : (stream ?? Buffer.alloc(0));

/** The part of the drawing operators that moves and shows text, and strokes lines. */
function draw(content: Buffer, page: PrintedPage, faceNamed: (name: string) => Face): void {
  let at: Matrix = [1, 0, 0, 1, 0, 0];
  let textAt: Matrix = at;
  let face: Face | null = null;
  let size = 0;
  // Corners of a path, x and y in turn, as they are written: only of a path that is stroked the place on the page matters,
  // and the code for telephones, which is filled, has most of a page's corners.
  let path: number[] = [];
  const saved: Matrix[] = [];
  readContent(content, (operator, operands) => {
    if (operator === 'q') saved.push(at);
    else if (operator === 'Q') at = saved.pop() ?? at;
    else if (operator === 'cm') at = times(numbersOf(operands) as Matrix, at);
    else if (operator === 'BT') textAt = [1, 0, 0, 1, 0, 0];
    else if (operator === 'Tm') textAt = numbersOf(operands) as Matrix;
    else if (operator === 'Tf') {
      face = faceNamed(String(operands[0]));
      size = numbersOf(operands)[0] ?? 0;
    } else if (operator === 'Tj' || operator === 'TJ') {
      const run = face && runOf(operands, face, size, times(textAt, at));
      if (run) page.runs.push(run);
    } else if (operator === 'm' || operator === 'l') {
      if (operator === 'm') path = [];
      path.push(Number(operands[0]), Number(operands[1]));
    } else if (operator === 'S') page.rules.push(...rulesOf(path, at));
  });
}

const numbersOf = (operands: Token[]): number[] => operands.filter((operand) => typeof operand === 'number');

/** Null for what is rotated or has no ink. */
function runOf(operands: Token[], face: Face, size: number, matrix: Matrix): TextRun | null {
  const [a, b, c, d] = matrix;
  if (Math.abs(b) > 0.001 || Math.abs(c) > 0.001) return null;
  let advance = 0;
  let inked = 0;
  let text = '';
  for (const operand of operands) {
    if (typeof operand === 'number') advance -= (operand / 1000) * size;
    else if (Buffer.isBuffer(operand)) {
      for (let byte = 0; byte + 1 < operand.length; byte += 2) {
        const glyph = operand.readUInt16BE(byte);
        advance += ((face.widths.get(glyph) ?? 0) / 1000) * size;
        const character = face.characters.get(glyph) ?? '';
        text += character;
        if (character.trim() !== '') inked = advance;
      }
    }
  }
  if (text.trim() === '') return null;
  const from = OPENING.test(text) ? size / 2 : 0;
  const until = inked - (CLOSING.test(text.trimEnd()) ? size / 2 : 0);
  const [left, baseline] = onPage(matrix, from, 0);
  const up = Math.abs(d) * size;
  return { text, left, right: left + (until - from) * a, bottom: baseline - DESCENT * up, top: baseline + ASCENT * up };
}

const times = (inner: Matrix, outer: Matrix): Matrix => [
  inner[0] * outer[0] + inner[1] * outer[2],
  inner[0] * outer[1] + inner[1] * outer[3],
  inner[2] * outer[0] + inner[3] * outer[2],
  inner[2] * outer[1] + inner[3] * outer[3],
  inner[4] * outer[0] + inner[5] * outer[2] + outer[4],
  inner[4] * outer[1] + inner[5] * outer[3] + outer[5],
];
const onPage = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

function rulesOf(path: readonly number[], at: Matrix): Box[] {
  const rules: Box[] = [];
  for (let corner = 2; corner + 1 < path.length; corner += 2) {
    const [fromX = 0, fromY = 0, toX = 0, toY = 0] = path.slice(corner - 2, corner + 2);
    const [x0, y0] = onPage(at, fromX, fromY);
    const [x1, y1] = onPage(at, toX, toY);
    const rule = { left: Math.min(x0, x1), right: Math.max(x0, x1), bottom: Math.min(y0, y1), top: Math.max(y0, y1) };
    if (rule.left === rule.right || rule.bottom === rule.top) rules.push(rule);
  }
  return rules;
}

function readFace(printed: PrintedPdf, number: number): Face {
  const { head } = printed.object(number);
  const descendant = printed.object(Number(mustMatch(head, /\/DescendantFonts \[(\d+) 0 R/)));
  const map = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1];
  return {
    widths: readWidths(descendant.head),
    characters: map
      ? readCharacters(unpacked(printed.object(Number(map))).toString('latin1'))
      : new Map<number, string>(),
  };
}

/** /W [first last width … first [width width …] …] */
function readWidths(head: string): Map<number, number> {
  const widths = new Map<number, number>();
  const start = head.indexOf('/W [');
  if (start < 0) return widths;
  const tokens = head.slice(start + 4).match(/\[|\]|[-.\d]+|\/|>>/g) ?? [];
  for (let i = 0; i < tokens.length && /^[-.\d]/.test(tokens[i] ?? '');) {
    const first = Number(tokens[i++]);
    if (tokens[i] === '[') {
      for (let glyph = first; tokens[++i] !== ']'; glyph++) widths.set(glyph, Number(tokens[i]));
      i++;
    } else {
      const [last, width] = [Number(tokens[i++]), Number(tokens[i++])];
      for (let glyph = first; glyph <= last; glyph++) widths.set(glyph, width);
    }
  }
  return widths;
}

/** Lines `<glyph> <UTF-16>` and `<first> <last> <UTF-16>` of a ToUnicode map. */
function readCharacters(map: string): Map<number, string> {
  const characters = new Map<number, string>();
  const body = map.slice(map.indexOf('endcodespacerange'));
  for (const line of body.split('\n')) {
    const [first, second, third] = [...line.matchAll(/<([\dA-Fa-f]+)>/g)].map(([, hex = '']) => hex);
    if (!first || !second) continue;
    const text = Buffer.from(third ?? second, 'hex')
      .swap16()
      .toString('utf16le');
    const last = third ? parseInt(second, 16) : parseInt(first, 16);
    const code = text.codePointAt(0) ?? 0;
    for (let glyph = parseInt(first, 16), next = code; glyph <= last; glyph++, next++)
      characters.set(glyph, third ? String.fromCodePoint(next) : text);
  }
  return characters;
}
