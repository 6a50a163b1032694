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
import {
  blackAndWhite,
  chanceOf,
  CODE_MM,
  copied,
  farther,
  imageOf,
  nearer,
  SCAN_DPI,
  stained,
  type Image,
  type Picture,
} from '../../test/paper/worn-codes.ts';
import type { LetterData } from './letter-data.ts';
import { printLetter } from './print-letter.ts';

jest.setTimeout(3_600_000); // hundreds of pictures

/** What the page does for a code that no decoder finds: a client's file, which the server does not import. */
const { mendedCodes } = (await import(join(root, 'miniapp/platform/inspection/mend-code.ts'))) as {
  mendedCodes(picture: Image): Iterable<Image>;
};

const sample = JSON.parse(readFileSync(join(root, 'bff/templates/certificate/sample.json'), 'utf8')) as LetterData;
/** A tenth of 200 letters, all with `npm test -- --full`. */
const LETTERS = process.env['TEST_FULL'] === 'true' ? 200 : 20;

beforeAll(async () => {
  const wasmBinary = readFileSync(join(root, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm')).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  await startPdf({ workers: 1 });
});
afterAll(stopPdf);

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

type Decode = (picture: Image) => Promise<string | null> | string | null;
/** What a page checks a photo with, one after the other (miniapp/platform/inspection/read-code.h5.ts); telephones are like the second. */
const DECODERS: Record<'jsqr' | 'zxing', Decode> = {
  jsqr: ({ data, width, height }) => decodeQr.default(data, width, height)?.data ?? null,
  zxing: async (picture) => {
    const [found] = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 });
    return found?.text ?? null;
  },
};

interface Count {
  /** By decoder: how many of the links. */
  jsqr: number;
  zxing: number;
  /** By one of them at least. */
  read: number;
  /** By that, or once a mark that a stain has taken is drawn anew, as the page does. */
  mended: number;
}

/** How many of the links are read, looked at once and once more from farther away. */
async function readable(pictureOf: (link: string, chance: () => number) => Promise<Picture> | Picture): Promise<Count> {
  const count = { jsqr: 0, zxing: 0, read: 0, mended: 0 };
  for (let letter = 0; letter < LETTERS; letter++) {
    const link = linkOf(letter);
    const picture = await pictureOf(link, chanceOf(letter));
    const looks = [picture, farther(picture)].map(imageOf);
    const isRead = async (decode: Decode, pictures = looks) => {
      for (const look of pictures) if ((await decode(look)) === link) return true;
      return false;
    };
    const [byJsqr, byZxing] = [await isRead(DECODERS.jsqr), await isRead(DECODERS.zxing)];
    if (byJsqr) count.jsqr++;
    if (byZxing) count.zxing++;
    const isSeen = byJsqr || byZxing;
    if (isSeen) count.read++;
    const mended = isSeen ? [] : looks.flatMap((look) => [...mendedCodes(look)]);
    if (isSeen || (await isRead(DECODERS.jsqr, mended)) || (await isRead(DECODERS.zxing, mended))) count.mended++;
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

const COPIED: Worn = (picture, chance) => thriceCopied(stained(picture, chance, 'anywhere'), chance);
/** Copied three times, one of 200 is lost: noise of the size of a module. */
const ANYWHERE: [string, Worn][] = [
  ['a stain of 10 mm anywhere', (picture, chance) => stained(picture, chance, 'anywhere')],
  ['a stain on one of the three marks', (picture, chance) => stained(picture, chance, 'on a mark')],
  ['a stain that ends less than a pixel beside one', (picture, chance) => stained(picture, chance, 'beside a mark')],
  ['a stain anywhere, and three photocopies', COPIED],
];

test.each(ANYWHERE)('after %s the code is read, once the page has drawn a lost mark anew', async (_, worn) => {
  const count = await readable(async (link, chance) => worn(await scan(link, SCAN_DPI), chance));
  expect(count.mended).toBeGreaterThanOrEqual(worn === COPIED ? LETTERS * 0.99 : LETTERS);
  // Control: without that.
  expect(count.read).toBeLessThan(LETTERS);
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
