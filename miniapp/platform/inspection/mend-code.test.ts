import { describe, expect, it } from '@jest/globals';
import decodeQr from 'jsqr';
import QRCode from 'qrcode';
import type { Picture } from './find-marks.ts';
import { mendedCodes } from './mend-code.ts';

const LINK = 'https://zm.example.org/c/4o7Qm2sT9uVwXyZaBcDeFg';
const SIDE = 420;
const { size, data } = QRCode.create(LINK, { errorCorrectionLevel: 'H' }).modules;
const MODULE = 6;

/** The code in the middle of a sheet, turned, narrowed as seen from the side, with one of its marks under a stain. */
function sheet({
  turn = 0,
  narrow = 1,
  lost,
}: {
  turn?: number;
  narrow?: number;
  lost: [number, number] | null;
}): Picture {
  const pixels = new Uint8ClampedArray(SIDE * SIDE * 4).fill(255);
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const [right, down] = [x - SIDE / 2, y - SIDE / 2];
      const u = (cos * right + sin * down) / (MODULE * narrow) + size / 2;
      const v = (-sin * right + cos * down) / MODULE + size / 2;
      const isStain = lost && Math.hypot(u - lost[0], v - lost[1]) < 7;
      const isInside = u >= 0 && v >= 0 && u < size && v < size;
      if (isStain || (isInside && data[Math.floor(v) * size + Math.floor(u)])) {
        pixels.fill(isStain ? 60 : 0, (y * SIDE + x) * 4, (y * SIDE + x) * 4 + 3);
      }
    }
  return { width: SIDE, height: SIDE, data: pixels };
}

const textIn = ({ data: pixels, width, height }: Picture): string | null =>
  decodeQr(pixels, width, height)?.data ?? null;
const read = (picture: Picture) => {
  for (const mended of mendedCodes(picture)) {
    const text = textIn(mended);
    if (text !== null) return text;
  }
  return null;
};

const MARKS: [string, [number, number]][] = [
  ['the first', [3, 4]],
  ['the right', [size - 4, 3]],
  ['the lower', [4, size - 3]],
];

describe.each(MARKS)('a code without %s mark', (_, lost) => {
  it.each([0, 33, 45, 128, 251])('is read when it lies turned by %i degrees', (turn) => {
    const picture = sheet({ turn, lost });
    expect(textIn(picture)).toBeNull();
    expect(read(picture)).toBe(LINK);
  });

  it.each([0.94, 1.06])('is read when it is seen from the side, as wide as %f of its height', (narrow) => {
    expect(read(sheet({ turn: 12, narrow, lost }))).toBe(LINK);
  });
});

it('a whole code is drawn anew as well, and a sheet without one gives nothing to decode', () => {
  expect(read(sheet({ lost: null }))).toBe(LINK);
  const empty = { width: 300, height: 200, data: new Uint8ClampedArray(300 * 200 * 4).fill(255) };
  expect([...mendedCodes(empty)]).toEqual([]);
});

it('of a sheet full of marks only few are drawn, so that nobody waits', () => {
  const [side, step] = [600, 60];
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const ring = Math.max(Math.abs(Math.floor((x % step) / 5) - 5), Math.abs(Math.floor((y % step) / 5) - 5));
      if (ring === 3 || ring <= 1) pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  expect([...mendedCodes({ width: side, height: side, data: pixels })].length).toBeLessThanOrEqual(8);
});
