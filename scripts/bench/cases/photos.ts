import sharp from 'sharp';
import { PORTRAIT, THUMBNAIL } from '../../../bff/contract/photos/limits.ts';
import { measure } from '../../../bff/platform/image/figures.ts';
import { cutOut, toJpeg, toThumbnail } from '../../../bff/platform/image/portrait.ts';
import { openFile } from '../../../bff/platform/opening/open-file.ts';
import { drawPortrait } from '../../seed/demo-portrait.ts';
import { cpuOf } from '../cpu.ts';
import { plainLine, round, type Line } from '../line.ts';
import { summarise, takeTurns } from '../samples.ts';

/** A telephone's: 3,000 × 4,000 pixels. */
const SIZE = { width: 3_000, height: 4_000 };
const CROP = { x: 200, y: 100, w: 2_500, h: 3_789.3, angle: 0 };
const ROUNDS = 20;
const REACH_MS = 150;

/** One photo of twelve megapixels: opened, cut, measured, and kept in both sizes; straight and tilted. */
export async function photos(): Promise<Line[]> {
  const drawn = await drawPortrait({ wall: '#c9dcf2', coat: '#26344f', hair: '#231a14', isLong: true });
  const picture = await sharp(drawn)
    .resize({ ...SIZE, fit: 'fill' })
    .jpeg({ quality: 92 })
    .toBuffer();
  const work = (angle: number) => async () => {
    const { bytes } = await openFile(picture, '');
    const crop = angle === 0 ? CROP : { x: 500, y: 485, w: 2_000, h: 3_031.5, angle };
    const pixels = await cutOut(bytes, crop, PORTRAIT);
    await measure(pixels);
    await toJpeg(pixels);
    await toThumbnail(pixels, THUMBNAIL);
  };
  await work(0)();
  await work(10)();
  const cpu = await takeTurns(ROUNDS, { straight: () => cpuOf(work(0)), tilted: () => cpuOf(work(10)) });
  const [straight, tilted] = [summarise(cpu.straight), summarise(cpu.tilted)];
  return [
    plainLine(
      { what: 'a photo of twelve megapixels cut, checked and kept, CPU', yardstick: 'none' },
      `at most ${REACH_MS} ms`,
      `${round(straight.median)} ms (${round(straight.low)}–${round(straight.high)}, ${ROUNDS} of them)`,
      straight.median <= REACH_MS && tilted.median <= REACH_MS,
      `tilted by 10 degrees ${round(tilted.median)} ms; beside the server's thread, two at once`,
    ),
  ];
}
