/** Number, name (with its slash), or string (bytes). Arrays are given flat, dictionaries not at all. */
export type Token = number | string | Buffer;

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const [OPEN, CLOSE, LESS, GREATER, SLASH, BACKSLASH] = [0x28, 0x29, 0x3c, 0x3e, 0x2f, 0x5c];
const [MINUS, PLUS, POINT, ZERO] = [0x2d, 0x2b, 0x2e, 0x30];

/**
 * Calls `act` with every operator of a content stream and its operands, in order (ISO 32000-1, 7.2–7.3). Byte by byte: a
 * page has thousands of operators, and a match object for each takes longer than printing.
 */
export function readContent(content: Buffer, act: (operator: string, operands: Token[]) => void): void {
  let operands: Token[] = [];
  const known = new Map<number, string>();
  for (let at = 0; at < content.length;) {
    const first = content[at] ?? 0;
    const end = endOf(content, at, first);
    if (isNumeric(first)) operands.push(numberIn(content, at, end));
    else if (isLetter(first)) {
      act(operatorIn(content, at, end, known), operands);
      operands = [];
    } else if (first === SLASH) operands.push(content.toString('latin1', at, end));
    else if (first === OPEN) operands.push(literal(content, at + 1, end - 1));
    else if (first === LESS && end - at > 2) operands.push(hexadecimal(content.toString('latin1', at + 1, end - 1)));
    at = end;
  }
}

/** Where the token that begins here ends. */
function endOf(content: Buffer, at: number, first: number): number {
  if (first === OPEN) return endOfLiteral(content, at);
  if (first === LESS) return content[at + 1] === LESS ? at + 2 : content.indexOf(GREATER, at) + 1 || content.length;
  let end = at + 1;
  if (first === SLASH || isNumeric(first) || isLetter(first)) while (isRegular(content[end] ?? 0)) end++;
  return end;
}

function endOfLiteral(content: Buffer, at: number): number {
  let depth = 0;
  for (let end = at; end < content.length; end++) {
    if (content[end] === BACKSLASH) end++;
    else if (content[end] === OPEN) depth++;
    else if (content[end] === CLOSE && --depth === 0) return end + 1;
  }
  return content.length;
}

/** Digits of a number that a double holds exactly, so that one division rounds as reading its text would. */
const EXACT_DIGITS = 15;
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => 10 ** power);

/** A number, without making a text of it first: half of all tokens are numbers. */
function numberIn(content: Buffer, from: number, end: number): number {
  const first = content[from];
  const start = first === MINUS || first === PLUS ? from + 1 : from;
  let [value, decimals, isFraction] = [0, 0, false];
  if (end - start > EXACT_DIGITS) return Number(content.toString('latin1', from, end));
  for (let at = start; at < end; at++) {
    const byte = content[at] ?? 0;
    if (byte === POINT && !isFraction) isFraction = true;
    else if (byte < ZERO || byte > ZERO + 9) return Number(content.toString('latin1', from, end));
    else {
      value = value * 10 + byte - ZERO;
      if (isFraction) decimals++;
    }
  }
  const isDigitless = end - start === (isFraction ? 1 : 0);
  if (isDigitless) return Number.NaN;
  const size = decimals === 0 ? value : value / (POWERS[decimals] ?? 1);
  return first === MINUS ? -size : size;
}

/** An operator has one to three letters, and there are 73 of them: each becomes a text once. */
function operatorIn(content: Buffer, from: number, end: number, known: Map<number, string>): string {
  if (end - from > 3) return content.toString('latin1', from, end);
  let key = 0;
  for (let at = from; at < end; at++) key = key * 256 + (content[at] ?? 0);
  let operator = known.get(key);
  if (operator === undefined) {
    operator = content.toString('latin1', from, end);
    known.set(key, operator);
  }
  return operator;
}

const isNumeric = (byte: number) => (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e || byte === 0x2b;
const isLetter = (byte: number) =>
  (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || byte === 0x27 || byte === 0x22;
/** Neither white space nor a delimiter. */
const isRegular = (byte: number) =>
  byte > 0x20 &&
  byte !== SLASH &&
  byte !== OPEN &&
  byte !== CLOSE &&
  byte !== LESS &&
  byte !== GREATER &&
  byte !== 0x5b &&
  byte !== 0x5d;

const hexadecimal = (text: string): Buffer => Buffer.from(text.replace(/\s/g, ''), 'hex');

function literal(content: Buffer, from: number, end: number): Buffer {
  let at = from;
  while (at < end && content[at] !== BACKSLASH) at++;
  if (at >= end) return content.subarray(from, end);
  const plain = content
    .toString('latin1', from, end)
    .replace(/\\([0-7]{1,3}|[^])/g, (_, escaped: string) =>
      /^[0-7]/.test(escaped) ? String.fromCharCode(parseInt(escaped, 8)) : (ESCAPES[escaped] ?? escaped),
    );
  return Buffer.from(plain, 'latin1');
}
