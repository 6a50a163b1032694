import { MAX_TILT, PORTRAIT } from './limits.ts';

/**
 * What of a picture is kept, by five numbers: in pixels of the picture as it stands upright, the frame's upper left corner
 * and its size before it is turned, and by how many degrees the picture is turned clockwise behind it, about the frame's
 * centre.
 */
export interface Crop {
  x: number;
  y: number;
  w: number;
  h: number;
  angle: number;
}

/** Whole, in pixels. */
export interface Size {
  width: number;
  height: number;
}

/** The four corners of the frame in the upright picture, beginning with the upper left one. */
export function cornersOf({ x, y, w, h, angle }: Crop): { x: number; y: number }[] {
  // The picture turned clockwise is the frame turned the other way.
  const radians = (-angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const [cx, cy] = [x + w / 2, y + h / 2];
  return [
    [-w / 2, -h / 2],
    [w / 2, -h / 2],
    [w / 2, h / 2],
    [-w / 2, h / 2],
  ].map(([dx = 0, dy = 0]) => ({ x: cx + dx * cos - dy * sin, y: cy + dx * sin + dy * cos }));
}

/** Degrees between −180 and 180 that turn the same way. */
export const turnOf = (angle: number): number => angle - 360 * Math.round(angle / 360);

/** A corner may lie so far outside, in pixels: clients reckon in fractions. */
const SLACK = 1;
/** Of the frame's proportions; a client's rounding of either side stays below it. */
const SKEW = 0.01;

/**
 * What is wrong with a crop of a picture of this size, for who made it; null: nothing. `invalid`: no client of ours sends
 * it; `small`: it would have to be enlarged.
 */
export function faultOfCrop(crop: Crop, { width, height }: Size): 'invalid' | 'small' | null {
  const { w, h, angle } = crop;
  if (!Object.values(crop).every(Number.isFinite) || w <= 0 || h <= 0) return 'invalid';
  if (Math.abs(angle) > 180) return 'invalid';
  const tilt = angle - 90 * Math.round(angle / 90);
  if (Math.abs(tilt) > MAX_TILT) return 'invalid';
  if (Math.abs((w / h) * (PORTRAIT.height / PORTRAIT.width) - 1) > SKEW) return 'invalid';
  const isInside = cornersOf(crop).every(
    ({ x, y }) => x >= -SLACK && y >= -SLACK && x <= width + SLACK && y <= height + SLACK,
  );
  if (!isInside) return 'invalid';
  return w < PORTRAIT.width - SLACK || h < PORTRAIT.height - SLACK ? 'small' : null;
}
