import type { Finding } from '../signatures.ts';
import { readCode } from './read-code.h5.ts';
import { within } from './within.ts';

/** A photograph takes a second or two; one that takes longer is made to. */
const PICTURE_MS = 15_000;

/** Looks for our QR code in a photo or scan. */
export async function readPicture(bytes: Uint8Array<ArrayBuffer>): Promise<Finding> {
  const unreadable: Finding = { kind: 'unreadable' };
  return within(PICTURE_MS, look(bytes), unreadable);
}

async function look(bytes: Uint8Array<ArrayBuffer>): Promise<Finding> {
  // Decoded outside the page's own thread.
  const bitmap = await createImageBitmap(new Blob([bytes]));
  try {
    const draw = (context: CanvasRenderingContext2D, width: number, height: number) =>
      context.drawImage(bitmap, 0, 0, width, height);
    const link = await readCode({ width: bitmap.width, height: bitmap.height, draw });
    return { kind: 'picture', marks: { number: null, code: null, link } };
  } finally {
    bitmap.close();
  }
}
