import sharp, { type Sharp } from 'sharp';
import { cornersOf, type Crop, type Size } from '../../contract/photos/crop.ts';
import { NotOpened } from '../opening/opened.ts';
import { pictureOf } from './picture.ts';
import { inTurn } from './turns.ts';

/** A picture that is tilted is scaled to so many times the portrait's width first, and down after it was turned: else it gets soft. */
const FINENESS = 2;
const QUALITY = 90;

/** Its size as it stands upright. Throws NotOpened. */
export async function uprightSize(bytes: Buffer): Promise<Size> {
  try {
    const { autoOrient } = await pictureOf(bytes, 'error').metadata();
    return { width: autoOrient.width, height: autoOrient.height };
  } catch (cause) {
    throw new NotOpened('damaged', { cause });
  }
}

/** Pixels of three bytes, in sRGB, without anything that says where, when or by whom. */
export interface Pixels extends Size {
  data: Buffer;
}

/**
 * Cuts `crop` out of a picture and brings it to `size`: upright, in sRGB, on white where it is transparent. Works beside
 * the server's thread, two at once. Throws NotOpened for what cannot be decoded, AppError `too_many_requests` when the
 * line is too long.
 */
export async function cutOut(bytes: Buffer, crop: Crop, size: Size): Promise<Pixels> {
  return inTurn(() =>
    cut(bytes, crop, size).catch((cause: unknown) => {
      throw new NotOpened('damaged', { cause });
    }),
  );
}

async function cut(bytes: Buffer, crop: Crop, size: Size): Promise<Pixels> {
  const box = boxOf(crop, await uprightSize(bytes));
  const isTurned = crop.angle % 360 !== 0;
  const finer = isTurned ? Math.min(FINENESS, Math.max(1, crop.w / size.width)) : 1;
  const [across, down] = [(size.width * finer) / crop.w, (size.height * finer) / crop.h];
  const upright = pictureOf(bytes, 'error')
    .autoOrient()
    .extract(box)
    .resize(
      isTurned ? Math.round(box.width * across) : size.width,
      isTurned ? Math.round(box.height * down) : size.height,
      {
        fit: 'fill',
      },
    );
  const flat = await rgb(upright);
  if (!isTurned) return flat;
  const turned = await rgb(from(flat).rotate(crop.angle, { background: 'white' }));
  const [width, height] = [Math.round(size.width * finer), Math.round(size.height * finer)];
  const left = Math.max(0, Math.round((turned.width - width) / 2));
  const top = Math.max(0, Math.round((turned.height - height) / 2));
  const framed = from(turned).extract({
    left,
    top,
    width: Math.min(width, turned.width - left),
    height: Math.min(height, turned.height - top),
  });
  return rgb(framed.resize(size.width, size.height, { fit: 'fill' }));
}

/** Whole pixels around the turned frame, within the picture. */
function boxOf(crop: Crop, { width, height }: Size) {
  const corners = cornersOf(crop);
  const within = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));
  const left = within(Math.min(...corners.map(({ x }) => x)), width - 1);
  const top = within(Math.min(...corners.map(({ y }) => y)), height - 1);
  const right = within(Math.max(...corners.map(({ x }) => x)), width);
  const bottom = within(Math.max(...corners.map(({ y }) => y)), height);
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

export const from = ({ data, width, height }: Pixels): Sharp => sharp(data, { raw: { width, height, channels: 3 } });

async function rgb(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** A JPEG of these pixels without loss of colour, and without metadata. */
export const toJpeg = (pixels: Pixels): Promise<Buffer> =>
  from(pixels).jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' }).toBuffer();

/** A smaller JPEG of them. */
export const toThumbnail = (pixels: Pixels, { width, height }: Size): Promise<Buffer> =>
  from(pixels).resize(width, height, { fit: 'fill' }).jpeg({ quality: QUALITY }).toBuffer();
