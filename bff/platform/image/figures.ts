import { from, type Pixels } from './portrait.ts';

/** What is measured of a portrait, to be judged by the office's thresholds. */
export interface Figures {
  /**
   * Deviation of the Laplacian before and after a blur of 1.5 pixels: of a sharp picture the blur takes most, of one that
   * is soft already nothing.
   */
  sharpness: number;
  /** 0 black, 255 white, of the mean. */
  luminance: number;
  /** The larger deviation of brightness of the two upper corners: behind a head stands one colour. */
  corners: number;
  /** All four edges are one straight line of one tone, dark or white. */
  hasFrame: boolean;
}

const BLUR = 1.5;
/** Of the width, from either side and from the top: no head reaches there. */
const CORNER = 0.18;
/** Pixels of an edge that are looked at: a frame that nobody sees is none. */
const EDGE = 4;
/** Deviation within an edge, and difference between edges, that a printed line has; a wall has more. */
const PLAIN = 3;
const ALIKE = 12;
const DARK = 40;
const WHITE = 235;

/** Measures a portrait. */
export async function measure(pixels: Pixels): Promise<Figures> {
  const { width, height } = pixels;
  const grey = await from(pixels).greyscale().toColourspace('b-w').raw().toBuffer();
  const area = (left: number, top: number, w: number, h: number) => statistics(grey, width, { left, top, w, h });
  const side = Math.round(width * CORNER);
  const edges = [
    area(0, 0, width, EDGE),
    area(0, height - EDGE, width, EDGE),
    area(0, 0, EDGE, height),
    area(width - EDGE, 0, EDGE, height),
  ];
  const upper = [area(EDGE, EDGE, side, side), area(width - EDGE - side, EDGE, side, side)];
  return {
    sharpness: await sharpnessOf(pixels),
    luminance: area(0, 0, width, height).mean,
    corners: Math.max(...upper.map(({ deviation }) => deviation)),
    hasFrame: isFrame(edges),
  };
}

/** Both figures are libvips' own. */
async function sharpnessOf(pixels: Pixels): Promise<number> {
  const { data, info } = await from(pixels).blur(BLUR).raw().toBuffer({ resolveWithObject: true });
  const before = await from(pixels).stats();
  const after = await from({ data, width: info.width, height: info.height }).stats();
  return after.sharpness === 0 ? 0 : before.sharpness / after.sharpness;
}

function isFrame(edges: { mean: number; deviation: number }[]): boolean {
  const means = edges.map(({ mean }) => mean);
  const [darkest, lightest] = [Math.min(...means), Math.max(...means)];
  const isOneTone = lightest - darkest <= ALIKE && edges.every(({ deviation }) => deviation <= PLAIN);
  return isOneTone && (lightest < DARK || darkest > WHITE);
}

function statistics(
  grey: Buffer,
  width: number,
  { left, top, w, h }: { left: number; top: number; w: number; h: number },
): { mean: number; deviation: number } {
  let [sum, squares] = [0, 0];
  for (let y = top; y < top + h; y++) {
    for (let x = left; x < left + w; x++) {
      const value = grey[y * width + x]!;
      sum += value;
      squares += value * value;
    }
  }
  const mean = sum / (w * h);
  return { mean, deviation: Math.sqrt(Math.max(0, squares / (w * h) - mean * mean)) };
}
