import sharp, { type Sharp } from 'sharp';
import { MAX_PIXELS } from '../opening/opened.ts';

// One picture keeps one core busy, and nothing of it stays in memory when it is done.
sharp.concurrency(1);
sharp.cache(false);

/** Decoding stops after so long; no picture of the size that is let in takes it. */
export const SECONDS = 20;

/**
 * A picture whose parts were walked by `openFile`, to be decoded with limits.
 * @param failOn rubbish between right marks is an error; a warning is whatever else a decoder remarks
 */
export const pictureOf = (bytes: Buffer, failOn: 'error' | 'warning'): Sharp =>
  sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn, pages: 1, sequentialRead: true }).timeout({ seconds: SECONDS });
