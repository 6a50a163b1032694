/** What happens to the code of a letter on its way: stains, copiers, scanners and telephones. For tests. */

/** Of the scans, and width of the code on paper, see certificate.typ. */
export const SCAN_DPI = 200;
export const CODE_MM = 28;
const MM = SCAN_DPI / 25.4;

export interface Picture {
  width: number;
  height: number;
  /** One byte a pixel, row by row: 0 is black. */
  gray: Uint8ClampedArray;
}

/** A generator of its own, so that a failure can be repeated (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Of a mark in the code's corner; no stroke of a letter is as long, both across and down. */
const MARK = Math.round(4 * MM);
const ALONG = Array.from({ length: MARK }, (_, step) => step);

/** Left upper corner and width of the code, in pixels: where the first of its three marks begins. */
function placeOf({ width, height, gray }: Picture): { x: number; y: number; side: number } {
  const side = Math.round(CODE_MM * MM);
  const dark = (x: number, y: number) => (gray[y * width + x] ?? 255) < 128;
  for (let y = 0; y < height - MARK; y++)
    for (let x = 0; x < width - MARK; x++)
      if (ALONG.every((step) => dark(x + step, y) && dark(x, y + step))) return { x, y, side };
  throw new Error('no code on the page');
}

/** Width of the square marks in three corners: 7 of the 41 modules of our codes. */
const MARK_PART = 7 / 41;

/** Less white than this between stain and mark may be lost on a scan, and then they are one: a pixel. */
const LEFT_WHITE = 1;

/** Where a stain lies: touching one of the three marks, by less than a pixel beside it, or farther away. */
export type Place = 'on a mark' | 'beside a mark' | 'elsewhere';

/** A stain of 10 mm, as coffee or a stamp leaves it, with its middle anywhere on the code, or anywhere where it lies so. */
export function stained(picture: Picture, chance: () => number, where: Place | 'anywhere'): Picture {
  const at = placeOf(picture);
  const gray = picture.gray.slice();
  const radius = 5 * MM;
  const mark = at.side * MARK_PART;
  const beyond = (value: number, from: number) => Math.max(from - value, 0, value - from - mark);
  const whiteBetween = (x: number, y: number) =>
    Math.min(
      ...[[0, 0] as const, [at.side - mark, 0] as const, [0, at.side - mark] as const].map(([left, top]) =>
        Math.hypot(beyond(x, left), beyond(y, top)),
      ),
    ) - radius;
  const placeAt = (x: number, y: number): Place => {
    const white = whiteBetween(x, y);
    return white < 0 ? 'on a mark' : white < LEFT_WHITE ? 'beside a mark' : 'elsewhere';
  };
  let [x, y] = [0, 0];
  do [x, y] = [chance() * at.side, chance() * at.side];
  while (where !== 'anywhere' && placeAt(x, y) !== where);
  for (let row = 0; row < picture.height; row++)
    for (let column = 0; column < picture.width; column++)
      if (Math.hypot(column - at.x - x, row - at.y - y) < radius) gray[row * picture.width + column] = 40;
  return { ...picture, gray };
}

/** One pass through a copier: turned by a degree or less, blurred, harder in contrast, with specks. */
export function copied(picture: Picture, chance: () => number): Picture {
  const { width, height, gray } = picture;
  const turn = ((chance() * 2 - 1) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const out = new Uint8ClampedArray(width * height);
  const value = (x: number, y: number) =>
    gray[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))] ?? 255;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [fromX, fromY] = [
        Math.round(cos * (x - width / 2) - sin * (y - height / 2) + width / 2),
        Math.round(sin * (x - width / 2) + cos * (y - height / 2) + height / 2),
      ];
      let sum = 0;
      for (let down = -1; down <= 1; down++)
        for (let right = -1; right <= 1; right++) sum += value(fromX + right, fromY + down);
      const noise = (chance() - 0.5) * 60;
      const harder = (sum / 9 - 128) * 1.4 + 128 + noise;
      out[y * width + x] = chance() < 0.002 ? 0 : harder;
    }
  return { width, height, gray: out };
}

export const blackAndWhite = (picture: Picture): Picture => ({
  ...picture,
  gray: picture.gray.map((value) => (value < 128 ? 0 : 255)),
});

/** A telephone looks from nearer than a scanner: every pixel becomes a square of them. */
export function nearer({ width, height, gray }: Picture, times: number): Picture {
  const out = new Uint8ClampedArray(width * height * times * times);
  for (let y = 0; y < height * times; y++)
    for (let x = 0; x < width * times; x++)
      out[y * width * times + x] = gray[Math.floor(y / times) * width + Math.floor(x / times)] ?? 255;
  return { width: width * times, height: height * times, gray: out };
}

/** From twice as far: a telephone takes thirty pictures a second, each from a little elsewhere. */
export function farther({ width, height, gray }: Picture): Picture {
  const [half, down] = [Math.floor(width / 2), Math.floor(height / 2)];
  const out = new Uint8ClampedArray(half * down);
  for (let y = 0; y < down; y++)
    for (let x = 0; x < half; x++) {
      const at = 2 * y * width + 2 * x;
      const sum = (gray[at] ?? 255) + (gray[at + 1] ?? 255) + (gray[at + width] ?? 255) + (gray[at + width + 1] ?? 255);
      out[y * half + x] = sum / 4;
    }
  return { width: half, height: down, gray: out };
}

/** As a browser has it. */
export interface Image {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}
export function imageOf({ width, height, gray }: Picture): Image {
  const data = new Uint8ClampedArray(width * height * 4);
  gray.forEach((value, pixel) => data.set([value, value, value, 255], pixel * 4));
  return { width, height, data };
}
