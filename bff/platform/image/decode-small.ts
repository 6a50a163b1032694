import type { Sharp } from 'sharp';

/** A JPEG is decoded to an eighth of its width and height: in a quarter of the time, and all of its data is read all the same. */
const SMALLER = 8;

/** What was said of a picture; null: it could not be decoded. */
export interface Decoded {
  warnings: string[] | null;
}

/** Decodes a picture to its last line, and forgets it. Throws what decoding throws. */
export async function decodeSmall(picture: Sharp): Promise<void> {
  const { width, height } = await picture.metadata();
  const [across, down] = [width, height].map((size) => Math.ceil(size / SMALLER));
  await picture.resize(across, down, { fit: 'fill' }).raw().toBuffer();
}
