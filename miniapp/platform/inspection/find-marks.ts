/** A picture as browsers and decoders have it: four bytes a pixel, row by row. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** Which pixels of a picture are dark. */
export interface Darkness {
  width: number;
  height: number;
  /** One byte a pixel, row by row: 1 is dark. */
  dark: Uint8Array;
}

/** One of the large marks in three corners of a QR code. */
export interface Mark {
  /** Its middle, in pixels. */
  x: number;
  y: number;
  /** Pixels of a seventh of it, along the rows and columns of the picture. */
  module: number;
}

/** Looked around for the middle between light and dark: the part of the picture's longer side. A mark is smaller. */
const AROUND = 1 / 8;
/** So much darker than what is around it is dark: paper with little on it is light, grain and all. */
const DARKER = 0.8;

/** Which pixels are dark, each compared with what is around it, as light falls unevenly on a photo. */
export function darknessOf({ width, height, data }: Picture): Darkness {
  const grey = new Uint8Array(width * height);
  for (let pixel = 0, from = 0; pixel < grey.length; pixel++, from += 4) {
    grey[pixel] = (2 * at(data, from) + 5 * at(data, from + 1) + at(data, from + 2)) >> 3;
  }
  const sums = sumsOf(grey, width, height);
  const reach = Math.max(1, Math.round(Math.max(width, height) * AROUND));
  const dark = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - reach) * (width + 1);
    const bottom = Math.min(height, y + reach + 1) * (width + 1);
    const rows = (bottom - top) / (width + 1);
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - reach);
      const right = Math.min(width, x + reach + 1);
      const sum = at(sums, bottom + right) - at(sums, bottom + left) - at(sums, top + right) + at(sums, top + left);
      if (at(grey, y * width + x) * rows * (right - left) < sum * DARKER) dark[y * width + x] = 1;
    }
  }
  return { width, height, dark };
}

/** In every place the sum of all that is above and left of it, so that the sum of any part is four of them. */
function sumsOf(grey: Uint8Array, width: number, height: number): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += at(grey, y * width + x);
      sums[(y + 1) * (width + 1) + x + 1] = at(sums, y * (width + 1) + x + 1) + row;
    }
  }
  return sums;
}

const at = (values: Uint8Array | Uint8ClampedArray | Float64Array, place: number): number => values[place] ?? 0;

/** So many of the marks that most rows cross are looked at: characters like 回 are taken for one. */
const MOST = 16;

/**
 * What looks like a large mark of a QR code, the surest first: dark, light, dark, light and dark as 1:1:3:1:1, across and down,
 * however the code is turned.
 */
export function findMarks(picture: Darkness): Mark[] {
  const found: (Mark & { rows: number })[] = [];
  for (let y = 0; y < picture.height; y++) {
    for (const across of markRuns(picture, y)) {
      const down = crossed(picture, { x: across.middle, y, isDown: true });
      // Once more across, through the middle that was found.
      const again = down && crossed(picture, { x: across.middle, y: down.middle, isDown: false });
      if (!down || !again || !areAlike(down.length, again.length)) continue;
      const mark = { x: again.middle, y: down.middle, module: (down.length + again.length) / 14, rows: 1 };
      const known = found.find((other) => isSame(other, mark));
      if (known) join(known, mark);
      else found.push(mark);
    }
  }
  // Every row of the middle, three modules high, crosses a true one.
  const sureness = ({ rows, module }: { rows: number; module: number }) => Math.min(1, rows / module) * module;
  return found.sort((a, b) => sureness(b) - sureness(a)).slice(0, MOST);
}

/** A turned mark is crossed as far across as down; a photo from the side shows it narrower. */
const areAlike = (one: number, other: number) => Math.max(one, other) < 1.5 * Math.min(one, other);

const isSame = (one: Mark, other: Mark) =>
  Math.hypot(one.x - other.x, one.y - other.y) < 2 * one.module && areAlike(one.module, other.module);

function join(known: Mark & { rows: number }, mark: Mark): void {
  const rows = known.rows + 1;
  known.x += (mark.x - known.x) / rows;
  known.y += (mark.y - known.y) / rows;
  known.module += (mark.module - known.module) / rows;
  known.rows = rows;
}

/** A line through a mark. */
interface Crossing {
  /** Where its middle lies on the line, in pixels. */
  middle: number;
  /** From edge to edge, in pixels. */
  length: number;
}

/** Where a row crosses what may be a mark. */
function markRuns({ width, dark }: Darkness, y: number): Crossing[] {
  const crossings: Crossing[] = [];
  /** Lengths of the last five runs of one kind, the newest last. */
  const runs: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  let isDark = false;
  for (let x = 0; x <= width; x++) {
    const isNow = x < width && dark[y * width + x] === 1;
    if (isNow === isDark) {
      runs[4]++;
      continue;
    }
    if (isDark && areMark(runs)) {
      const length = runs[0] + runs[1] + runs[2] + runs[3] + runs[4];
      crossings.push({ middle: x - runs[4] - runs[3] - runs[2] / 2, length });
    }
    for (let run = 0; run < 4; run++) runs[run] = runs[run + 1] ?? 0;
    runs[4] = 1;
    isDark = isNow;
  }
  return crossings;
}

/** Follows a column, or a row, through a place in the middle of a mark; null: it is none. */
function crossed(
  { width, height, dark }: Darkness,
  { x, y, isDown }: { x: number; y: number; isDown: boolean },
): Crossing | null {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const [from, end] = isDown ? [row, height] : [column, width];
  const isDark = (place: number) => dark[isDown ? place * width + column : row * width + place] === 1;
  if (!isDark(from)) return null;
  /** Lengths of three runs from the middle on, and where the third ends. */
  const follow = (step: 1 | -1) => {
    const runs: [number, number, number] = [0, 0, 0];
    let place = from + step;
    for (const run of [0, 1, 2] as const)
      for (; place >= 0 && place < end && isDark(place) === (run !== 1); place += step) runs[run]++;
    return runs;
  };
  const [back, on] = [follow(-1), follow(1)];
  const middle = back[0] + 1 + on[0];
  if (!areMark([back[2], back[1], middle, on[1], on[2]])) return null;
  const length = back[2] + back[1] + middle + on[1] + on[2];
  return { middle: from - back[0] + middle / 2, length };
}

/** Whether five runs are as 1:1:3:1:1, each within half a module (ISO/IEC 18004, 6.3.3, and the blur of a photo). */
function areMark([a, b, c, d, e]: [number, number, number, number, number]): boolean {
  if (a === 0 || b === 0 || c === 0 || d === 0 || e === 0) return false;
  const module = (a + b + c + d + e) / 7;
  const isOne = (run: number) => Math.abs(run - module) < module * 0.6;
  return module >= 1 && isOne(a) && isOne(b) && isOne(d) && isOne(e) && Math.abs(c - 3 * module) < 1.2 * module;
}
