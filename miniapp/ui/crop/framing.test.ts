import { describe, expect, it } from '@jest/globals';
import { cornersOf, faultOfCrop } from '../../../bff/contract/photos/crop.ts';
import { cropOf, isLargeEnough, moved, tilted, turned, wholePicture, zoomed, type Framing } from './framing.ts';

const SIZE = { width: 3_000, height: 4_000 };
const within = (framing: Framing, size = SIZE) => faultOfCrop(cropOf(framing), size);

describe('a picture behind the frame', () => {
  it('is taken by the server whatever is done to it', () => {
    let framing = wholePicture(SIZE);
    expect(within(framing)).toBeNull();
    // Every way of handling it, in a fixed disorder.
    for (let step = 0; step < 400; step++) {
      const kind = (step * 7) % 5;
      if (kind === 0) framing = moved(framing, { dx: ((step * 13) % 9) - 4, dy: ((step * 5) % 7) - 3 }, SIZE);
      if (kind === 1) framing = zoomed(framing, 1 + ((step % 9) - 4) / 8, SIZE);
      if (kind === 2) framing = turned(framing, step % 2 ? 1 : -1, SIZE);
      if (kind === 3) framing = tilted(framing, ((step * 11) % 40) - 20, SIZE);
      if (kind === 4) framing = moved(framing, { dx: 0.1, dy: -0.1 }, SIZE);
      expect(within(framing)).toBeNull();
    }
  });

  it('is drawn no nearer than eight times, and never enlarged', () => {
    const whole = wholePicture(SIZE);
    expect(whole.w / zoomed(whole, 100, SIZE).w).toBeLessThanOrEqual(8);
    expect(zoomed(whole, 100, SIZE).w).toBeGreaterThanOrEqual(413);
    expect(isLargeEnough(wholePicture({ width: 300, height: 400 }), { width: 300, height: 400 })).toBe(false);
  });

  it('follows the finger, turned as it is', () => {
    const near = zoomed(wholePicture(SIZE), 3, SIZE);
    const right = moved(near, { dx: 0.2, dy: 0 }, SIZE);
    expect([Math.sign(right.cx - near.cx), right.cy]).toEqual([-1, near.cy]);
    const lying = turned(near, 1, SIZE);
    const moved90 = moved(lying, { dx: 0.2, dy: 0 }, SIZE);
    // Turned clockwise, what was below is to the left: the frame goes down the picture.
    expect(Math.round(moved90.cx - lying.cx)).toBe(0);
    expect(moved90.cy).toBeGreaterThan(lying.cy);
  });

  it('shows the corner that is cut first', () => {
    const [upperLeft] = cornersOf({ x: 0, y: 0, w: 413, h: 626, angle: 90 });
    // Turned clockwise, the picture's lower left corner is what stands at the upper left.
    expect(upperLeft!.x).toBeLessThan(413 / 2);
    expect(upperLeft!.y).toBeGreaterThan(313);
  });
});
