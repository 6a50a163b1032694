import { describe, expect, test } from '@jest/globals';
import sharp, { type SharpOptions } from 'sharp';
import { faultOfCrop, type Crop } from '../../contract/photos/crop.ts';
import { PORTRAIT, THUMBNAIL } from '../../contract/photos/limits.ts';
import { portraitOf } from '../../test/pictures.ts';
import { openFile } from '../opening/open-file.ts';
import { measure } from './figures.ts';
import { cutOut, from, toJpeg, toThumbnail, uprightSize, type Pixels } from './portrait.ts';

const SIZE = { width: 1_000, height: 1_500 };
const WHOLE: Crop = { x: 50, y: 60, w: 826, h: 1_252, angle: 0 };
const cut = async (picture: Buffer, crop = WHOLE) => cutOut((await openFile(picture, '')).bytes, crop, PORTRAIT);

/** Mean difference of two pictures of one size, 0 to 255. */
function apart(a: Pixels, b: Pixels): number {
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) sum += Math.abs(a.data[i]! - b.data[i]!);
  return sum / a.data.length;
}

test('however a camera was held, the portrait stands upright and is the same', async () => {
  const upright = await cut(await portraitOf());
  expect([upright.width, upright.height]).toEqual([413, 626]);
  for (let orientation = 2; orientation <= 8; orientation++) {
    const stored = await portraitOf({ orientation });
    expect(await uprightSize(stored)).toEqual(SIZE);
    expect(apart(upright, await cut(stored))).toBeLessThan(5);
  }
  // The control of the measure: upside down is far apart.
  expect(
    apart(
      upright,
      await cut(
        await sharp(await portraitOf())
          .rotate(180)
          .jpeg()
          .toBuffer(),
      ),
    ),
  ).toBeGreaterThan(20);
});

test('place and camera do not survive', async () => {
  const picture = await portraitOf({ hasPlace: true });
  expect(picture.includes('CANARY-CAMERA')).toBe(true);
  const pixels = await cutOut(picture, WHOLE, PORTRAIT);
  for (const kept of [await toJpeg(pixels), await toThumbnail(pixels, THUMBNAIL)]) {
    expect(kept.includes('CANARY-CAMERA')).toBe(false);
    expect(await sharp(kept).metadata()).toEqual(expect.not.objectContaining({ exif: expect.anything() }));
  }
  const { width, height, chromaSubsampling } = await sharp(await toJpeg(pixels)).metadata();
  expect({ width, height, chromaSubsampling }).toEqual({ ...PORTRAIT, chromaSubsampling: '4:4:4' });
});

describe('a crop', () => {
  // A quarter of the picture each in another colour: which corner went where is seen.
  const quarters = sharp({ create: { width: 1_000, height: 1_500, channels: 3, background: 'red' } })
    .composite([
      { input: { create: { width: 500, height: 750, channels: 3, background: 'lime' } }, left: 500, top: 0 },
      { input: { create: { width: 500, height: 750, channels: 3, background: 'blue' } }, left: 0, top: 750 },
      { input: { create: { width: 500, height: 750, channels: 3, background: 'white' } }, left: 500, top: 750 },
    ])
    .png()
    .toBuffer();
  const colourAt = ({ data, width }: Pixels, x: number, y: number) => {
    const at = (y * width + x) * 3;
    return `${[data[at]!, data[at + 1]!, data[at + 2]!].map((value) => (value > 127 ? 1 : 0)).join('')}`;
  };
  const corners = (pixels: Pixels) =>
    [
      [20, 20],
      [392, 20],
      [20, 605],
      [392, 605],
    ].map(([x = 0, y = 0]) => colourAt(pixels, x, y));
  const [RED, LIME, BLUE, WHITE] = ['100', '010', '001', '111'];

  test.each([
    [0, [RED, LIME, BLUE, WHITE]],
    [90, [BLUE, RED, WHITE, LIME]],
    [180, [WHITE, BLUE, LIME, RED]],
    [-90, [LIME, WHITE, RED, BLUE]],
    [10, [RED, LIME, BLUE, WHITE]],
    [-80, [LIME, WHITE, RED, BLUE]],
  ])('turns the picture clockwise by %d degrees behind the frame', async (angle, expected) => {
    const crop = { x: 500 - 413 / 2, y: 750 - 313, w: 413, h: 626, angle };
    expect(faultOfCrop(crop, SIZE)).toBeNull();
    const pixels = await cut(await quarters, crop);
    expect([pixels.width, pixels.height]).toEqual([413, 626]);
    expect(corners(pixels)).toEqual(expected);
  });

  test('takes what stands within the frame and nothing else', async () => {
    const pixels = await cut(await quarters, { x: 20, y: 30, w: 413, h: 626, angle: 0 });
    expect(new Set(corners(pixels))).toEqual(new Set([RED]));
  });

  test.each([
    ['beside the picture', { x: 700 }],
    ['above it', { y: -40 }],
    ['of no width', { w: 0 }],
    ['of no number', { x: Number.NaN }],
    ['turned by 400 degrees', { angle: 400 }],
    ['tilted by 40 degrees', { angle: 40 }],
    ['of other proportions', { h: 900 }],
    ['whose turned corner leaves the picture', { x: 0, y: 0, angle: 10 }],
  ])('%s is none', (_what, wrong) => {
    expect(faultOfCrop({ ...WHOLE, ...wrong }, SIZE)).toBe('invalid');
  });

  test('of fewer pixels than are kept is too small', () => {
    expect(faultOfCrop({ ...WHOLE, w: 400, h: 606 }, SIZE)).toBe('small');
  });
});

test.each([
  ['a picture of which half is missing', async () => (await portraitOf({ format: 'png' })).subarray(0, 60_000)],
  ['more than 60 megapixels', () => sharp(blank(8_000, 7_600)).jpeg().toBuffer()],
])('%s is refused', async (_what, make) => {
  await expect(cutOut(await make(), WHOLE, PORTRAIT)).rejects.toMatchObject({ name: 'NotOpened' });
});
const blank = (width: number, height: number): SharpOptions => ({
  create: { width, height, channels: 3, background: 'red' },
});

test('a picture of twelve megapixels is worked on beside the server’s thread', async () => {
  const large = await portraitOf({ width: 3_000, height: 4_000 });
  const work = () => cut(large, { x: 200, y: 100, w: 2_500, h: 3_789, angle: 0 });
  await work();
  const [here, all] = [process.threadCpuUsage(), process.cpuUsage()];
  await Promise.all([work(), work(), work()]);
  const sum = ({ user, system }: { user: number; system: number }) => user + system;
  // Of the work, by the time of processors: a busy machine makes no difference.
  expect(sum(process.threadCpuUsage(here)) / sum(process.cpuUsage(all))).toBeLessThan(0.4);
});

describe('what is measured', () => {
  const figures = async (drawing: Parameters<typeof portraitOf>[0]) => measure(await cut(await portraitOf(drawing)));

  test('tells a sharp picture from one that is soft or blurred', async () => {
    const [sharpOne, soft, blurred] = [await figures({}), await figures({ blur: 3 }), await figures({ blur: 12 })];
    expect(sharpOne.sharpness).toBeGreaterThan(3.5);
    expect(soft.sharpness).toBeLessThan(sharpOne.sharpness);
    expect(blurred.sharpness).toBeLessThan(2.2);
  });

  test('tells light from dark, and an even wall from another', async () => {
    expect((await figures({})).luminance).toBeGreaterThan(60);
    expect((await figures({ light: 0.25 })).luminance).toBeLessThan(60);
    expect((await figures({})).corners).toBeLessThan(8);
  });

  test('finds a frame of white or black, and takes neither a white wall nor a dark suit for one', async () => {
    const framed = async (background: string) => {
      const pixels = await cut(await portraitOf());
      const { data, info } = await from(pixels)
        .resize(PORTRAIT.width - 24, PORTRAIT.height - 24, { fit: 'fill' })
        .extend({ top: 12, bottom: 12, left: 12, right: 12, background })
        .raw()
        .toBuffer({ resolveWithObject: true });
      return (await measure({ data, width: info.width, height: info.height })).hasFrame;
    };
    expect([await framed('white'), await framed('black')]).toEqual([true, true]);
    for (const wall of ['white', '#0a0a0a', '#5b8fd0']) expect((await figures({ wall })).hasFrame).toBe(false);
  });
});
