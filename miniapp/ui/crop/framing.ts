import { turnOf, type Crop, type Size } from '../../../bff/contract/photos/crop.ts';
import { MAX_TILT, MAX_ZOOM, PORTRAIT } from '../../../bff/contract/photos/limits.ts';

/** How a picture lies behind the frame: what of it the frame's middle shows, how wide the frame is in it, and its turn. */
export interface Framing {
  /** In pixels of the upright picture. */
  cx: number;
  cy: number;
  w: number;
  /** Clockwise, degrees: quarter turns and a tilt. */
  quarters: number;
  tilt: number;
}

const RATIO = PORTRAIT.height / PORTRAIT.width;
const angleOf = ({ quarters, tilt }: Pick<Framing, 'quarters' | 'tilt'>) => turnOf(quarters * 90 + tilt);

/** Half of what a turned frame of width 1 takes of the picture, across and down. */
function reach(turn: Pick<Framing, 'quarters' | 'tilt'>): { across: number; down: number } {
  const radians = (angleOf(turn) * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(radians)), Math.abs(Math.sin(radians))];
  return { across: (cos + RATIO * sin) / 2, down: (sin + RATIO * cos) / 2 };
}

/** The widest frame that a picture turned like this holds. */
function widest(turn: Pick<Framing, 'quarters' | 'tilt'>, { width, height }: Size): number {
  const { across, down } = reach(turn);
  return Math.min(width / (2 * across), height / (2 * down));
}

const between = (value: number, least: number, most: number) => Math.min(Math.max(value, least), Math.max(least, most));

/** The same within the picture, no nearer than eight times, and never so near that it had to be enlarged. */
export function withinPicture(framing: Framing, size: Size): Framing {
  const most = widest(framing, size);
  const w = between(framing.w, Math.min(most, Math.max(PORTRAIT.width, most / MAX_ZOOM)), most);
  const { across, down } = reach(framing);
  return {
    ...framing,
    w,
    cx: between(framing.cx, across * w, size.width - across * w),
    cy: between(framing.cy, down * w, size.height - down * w),
    tilt: between(framing.tilt, -MAX_TILT, MAX_TILT),
  };
}

/** As much of the picture as the frame holds, a little above its middle: heads are there. */
export function wholePicture(size: Size): Framing {
  const straight = { quarters: 0, tilt: 0 };
  return withinPicture({ cx: size.width / 2, cy: size.height * 0.45, w: widest(straight, size), ...straight }, size);
}

/** The picture is moved by so much of the frame's width on the screen. */
export function moved(framing: Framing, by: { dx: number; dy: number }, size: Size): Framing {
  const radians = (-angleOf(framing) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const [dx, dy] = [-by.dx * framing.w, -by.dy * framing.w];
  return withinPicture(
    { ...framing, cx: framing.cx + dx * cos - dy * sin, cy: framing.cy + dx * sin + dy * cos },
    size,
  );
}

/** The picture is drawn nearer (`factor` above 1) or farther away. */
export const zoomed = (framing: Framing, factor: number, size: Size): Framing =>
  withinPicture({ ...framing, w: framing.w / factor }, size);

export const turned = (framing: Framing, quarters: 1 | -1, size: Size): Framing =>
  withinPicture({ ...framing, quarters: framing.quarters + quarters }, size);

export const tilted = (framing: Framing, degrees: number, size: Size): Framing =>
  withinPicture({ ...framing, tilt: framing.tilt + degrees }, size);

/** Whether the picture holds a frame that needs no enlarging. */
export const isLargeEnough = (framing: Framing, size: Size): boolean => widest(framing, size) >= PORTRAIT.width;

/** The five numbers that are sent. */
export function cropOf(framing: Framing): Crop {
  const { cx, cy, w } = framing;
  const h = w * RATIO;
  const tenth = (value: number) => Math.round(value * 10) / 10;
  return { x: tenth(cx - w / 2), y: tenth(cy - h / 2), w: tenth(w), h: tenth(h), angle: tenth(angleOf(framing)) };
}

/** How the picture is drawn behind a frame of this width on the screen, by style alone. */
export function styleOf(framing: Framing, size: Size, frameWidth: number): Record<string, string> {
  const scale = frameWidth / framing.w;
  const [x, y] = [framing.cx * scale, framing.cy * scale];
  const px = (value: number) => `${value.toFixed(1)}px`;
  return {
    position: 'absolute',
    width: px(size.width * scale),
    height: px(size.height * scale),
    maxWidth: 'none',
    left: px(frameWidth / 2 - x),
    top: px((frameWidth * RATIO) / 2 - y),
    transformOrigin: `${px(x)} ${px(y)}`,
    transform: `rotate(${angleOf(framing).toFixed(1)}deg)`,
  };
}

/** Height of a frame of this width. */
export const frameHeight = (width: number): number => width * RATIO;
