export interface Piece {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Placeholders, words and numbers are not cut; Chinese text goes by character. */
const TOKENS = /\{\{[^{}]*\}\}|[A-Za-z0-9]+|\s+|./gsu;

/** What has to be taken away from and added to one text to make it the other, as few characters as possible. */
export function compareWords(before: string, after: string): Piece[] {
  const [a, b] = [before.match(TOKENS) ?? [], after.match(TOKENS) ?? []];
  // What both begin and end with needs no table; a wording is seldom rewritten.
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const middle = difference(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const same = (tokens: string[]): Piece[] => tokens.map((text) => ({ kind: 'same', text }));
  return joined([...same(a.slice(0, start)), ...middle, ...same(a.slice(a.length - end))]);
}

/** By the longest common subsequence: `lengths[i][j]` is that of a from i on and b from j on. */
function difference(a: string[], b: string[]): Piece[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      (lengths[i] as Uint16Array)[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ kind: 'same', text: a[i++] ?? '' });
      j++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ kind: 'removed', text: a[i++] ?? '' });
    } else {
      pieces.push({ kind: 'added', text: b[j++] ?? '' });
    }
  }
  return pieces;
}

function joined(pieces: Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const { kind, text } of pieces) {
    const last = whole.at(-1);
    if (last?.kind === kind) last.text += text;
    else whole.push({ kind, text });
  }
  return whole;
}
