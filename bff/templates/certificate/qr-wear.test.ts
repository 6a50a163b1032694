import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import decodeQr from 'jsqr';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import QRCode from 'qrcode';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { root } from '../../platform/paths.ts';
import { startPdf, stopPdf } from '../../platform/pdf/render.ts';
import type { LetterData } from './letter-data.ts';
import { printLetter } from './print-letter.ts';

jest.setTimeout(3_600_000); // hundreds of pictures

const sample = JSON.parse(readFileSync(join(root, 'bff/templates/certificate/sample.json'), 'utf8')) as LetterData;
/** A tenth of 200 letters, all with `npm test -- --full`. */
const LETTERS = process.env['TEST_FULL'] === 'true' ? 200 : 20;
const SCAN_DPI = 200;
const MM = SCAN_DPI / 25.4;
/** Width of the code on paper, see certificate.typ. */
const CODE_MM = 28;

interface Picture {
  width: number;
  height: number;
  /** One byte a pixel, row by row: 0 is black. */
  gray: Uint8ClampedArray;
}

beforeAll(async () => {
  const wasmBinary = readFileSync(join(root, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm')).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  await startPdf({ workers: 1 });
});
afterAll(stopPdf);

/** A generator of its own, so that a failure can be repeated (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** As long as a link of ours; the same in every run. */
const linkOf = (letter: number) =>
  `https://zm.example.org/c/${createHash('md5').update(`${letter}`).digest('base64url')}`;

const scans = new Map<string, Picture>();
/** The corner of the page where the code stands, as a scanner sees it. */
async function scan(link: string, dpi: number): Promise<Picture> {
  const known = scans.get(`${dpi} ${link}`);
  if (known) return known;
  const picture = await scanOnce(link, dpi);
  scans.set(`${dpi} ${link}`, picture);
  return picture;
}

async function scanOnce(link: string, dpi: number): Promise<Picture> {
  const { pdf } = await printLetter(
    { ...sample, verification: { url: link, code: sample.verification?.code ?? '' } },
    { creationTime: 0 },
  );
  const pixels = (mm: number) => String(Math.round((mm * dpi) / 25.4));
  const corner = ['-x', pixels(20), '-y', pixels(110), '-W', pixels(60), '-H', pixels(110)];
  const file = execFileSync('pdftoppm', ['-gray', '-r', `${dpi}`, ...corner, '-'], { input: pdf, maxBuffer: 64 << 20 });
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 64));
  if (!head) throw new Error('no P5 picture');
  return {
    width: Number(head[1]),
    height: Number(head[2]),
    gray: new Uint8ClampedArray(file.subarray(head[0].length)),
  };
}

/** A code of level L in a frame that touches it: the same width, without a quiet zone, in the middle of the same paper. */
function weakCode(link: string, dpi: number): Picture {
  const { size, data } = QRCode.create(link, { errorCorrectionLevel: 'L' }).modules;
  const side = Math.round((CODE_MM * dpi) / 25.4);
  const frame = Math.max(1, Math.round((0.3 * dpi) / 25.4));
  const border = Math.round((16 * dpi) / 25.4);
  const width = side + 2 * border;
  const gray = new Uint8ClampedArray(width * width).fill(255);
  for (let y = -frame; y < side + frame; y++)
    for (let x = -frame; x < side + frame; x++) {
      const isFrame = x < 0 || y < 0 || x >= side || y >= side;
      const module = Math.floor((y * size) / side) * size + Math.floor((x * size) / side);
      if (isFrame || data[module]) gray[(y + border) * width + x + border] = 0;
    }
  return { width, height: width, gray };
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
type Place = 'on a mark' | 'beside a mark' | 'elsewhere';

/** A stain of 10 mm, as coffee or a stamp leaves it, with its middle anywhere on the code where it lies so. */
function stained(picture: Picture, chance: () => number, where: Place): Picture {
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
  while (placeAt(x, y) !== where);
  for (let row = 0; row < picture.height; row++)
    for (let column = 0; column < picture.width; column++)
      if (Math.hypot(column - at.x - x, row - at.y - y) < radius) gray[row * picture.width + column] = 40;
  return { ...picture, gray };
}

/** One pass through a copier: turned by a degree or less, blurred, harder in contrast, with specks. */
function copied(picture: Picture, chance: () => number): Picture {
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

const blackAndWhite = (picture: Picture): Picture => ({
  ...picture,
  gray: picture.gray.map((value) => (value < 128 ? 0 : 255)),
});

/** A telephone looks from nearer than a scanner: every pixel becomes a square of them. */
function nearer({ width, height, gray }: Picture, times: number): Picture {
  const out = new Uint8ClampedArray(width * height * times * times);
  for (let y = 0; y < height * times; y++)
    for (let x = 0; x < width * times; x++)
      out[y * width * times + x] = gray[Math.floor(y / times) * width + Math.floor(x / times)] ?? 255;
  return { width: width * times, height: height * times, gray: out };
}

/** From twice as far: a telephone takes thirty pictures a second, each from a little elsewhere. */
function farther({ width, height, gray }: Picture): Picture {
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
interface Image {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}
type Decode = (picture: Image) => Promise<string | null> | string | null;
/** What a page checks a photo with, one after the other (miniapp/platform/inspection/read-code.h5.ts); telephones are like the second. */
const DECODERS: Record<'jsqr' | 'zxing', Decode> = {
  jsqr: ({ data, width, height }) => decodeQr.default(data, width, height)?.data ?? null,
  zxing: async (picture) => {
    const [found] = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 });
    return found?.text ?? null;
  },
};

function imageOf({ width, height, gray }: Picture): Image {
  const data = new Uint8ClampedArray(width * height * 4);
  gray.forEach((value, pixel) => data.set([value, value, value, 255], pixel * 4));
  return { width, height, data };
}

interface Count {
  /** By decoder: how many of the links. */
  jsqr: number;
  zxing: number;
  /** By one of them at least. */
  read: number;
}

/** How many of the links are read, looked at once and once more from farther away. */
async function readable(pictureOf: (link: string, chance: () => number) => Promise<Picture> | Picture): Promise<Count> {
  const count = { jsqr: 0, zxing: 0, read: 0 };
  for (let letter = 0; letter < LETTERS; letter++) {
    const link = linkOf(letter);
    const picture = await pictureOf(link, chanceOf(letter));
    const looks = [picture, farther(picture)].map(imageOf);
    const isRead = async (decode: Decode) => {
      for (const look of looks) if ((await decode(look)) === link) return true;
      return false;
    };
    const [byJsqr, byZxing] = [await isRead(DECODERS.jsqr), await isRead(DECODERS.zxing)];
    if (byJsqr) count.jsqr++;
    if (byZxing) count.zxing++;
    if (byJsqr || byZxing) count.read++;
  }
  return count;
}

const thriceCopied = (picture: Picture, chance: () => number) =>
  copied(copied(copied(picture, chance), chance), chance);
type Worn = (picture: Picture, chance: () => number) => Picture;
const STAINED: Worn = (picture, chance) => stained(picture, chance, 'elsewhere');

/** What is done to the code. */
const WEAR: [string, Worn][] = [
  ['with a stain of 10 mm', STAINED],
  ['stained, after three photocopies', (picture, chance) => thriceCopied(STAINED(picture, chance), chance)],
];

test.each(WEAR)('the code is read %s', async (_, worn) => {
  const count = await readable(async (link, chance) => worn(await scan(link, SCAN_DPI), chance));
  expect(count.read).toBe(LETTERS);
  // Control: level L without a quiet zone.
  const weak = await readable((link, chance) => worn(weakCode(link, SCAN_DPI), chance));
  expect(weak.read).toBeLessThan(LETTERS / 2);
});

test('a stain on one of the three marks leaves few codes readable: number and code are printed beside it', async () => {
  const count = await readable(async (link, chance) => stained(await scan(link, SCAN_DPI), chance, 'on a mark'));
  expect(count.read).toBeLessThan(LETTERS / 2);
});

test('a stain that ends less than a pixel beside a mark is read mostly, and no promise is made of it', async () => {
  const count = await readable(async (link, chance) => stained(await scan(link, SCAN_DPI), chance, 'beside a mark'));
  expect(count.read).toBeGreaterThan(LETTERS * 0.75);
});

test('the code is read after three photocopies', async () => {
  const count = await readable(async (link, chance) => thriceCopied(await scan(link, SCAN_DPI), chance));
  expect(count.read).toBe(LETTERS);
});

test('the code is read at 72 dpi, black and white', async () => {
  const { jsqr, zxing } = await readable(async (link) => nearer(blackAndWhite(await scan(link, 72)), 4));
  expect([jsqr, zxing]).toEqual([LETTERS, LETTERS]);
  // The better of the two reads the weaker code too.
  const weak = await readable((link) => nearer(blackAndWhite(weakCode(link, 72)), 4));
  expect(weak.jsqr).toBeLessThan(LETTERS / 2);
});

test('the code of the controls is one that both decoders read while it is clean', async () => {
  const { jsqr, zxing } = await readable((link) => weakCode(link, SCAN_DPI));
  expect([jsqr, zxing]).toEqual([LETTERS, LETTERS]);
});
