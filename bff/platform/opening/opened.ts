import type { FileKind } from '../../contract/files/enums.ts';

/** A file that people can look at: what it is, and the bytes to keep. */
export interface OpenedFile {
  kind: FileKind;
  bytes: Buffer;
}

/** Why a file cannot be taken; what its sender can do about it is said by whoever asked. */
export type NotOpenedReason =
  | 'password'
  | 'empty'
  | 'truncated'
  | 'damaged'
  | 'no_pages'
  | 'too_slow'
  | 'too_many_pixels'
  | 'heic'
  | 'webp'
  | 'tiff'
  | 'other_picture'
  | 'office'
  | 'macro'
  | 'packed'
  | 'archive'
  | 'old_office'
  | 'ofd'
  | 'other';

export class NotOpened extends Error {
  override readonly name = 'NotOpened';

  readonly reason: NotOpenedReason;

  constructor(reason: NotOpenedReason, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** Of a picture: a sheet of A3 at 600 dots an inch has 70, what a telephone's camera makes as a rule 12 to 50. */
export const MAX_PIXELS = 60_000_000;

/** Throws NotOpened for a picture that nobody can look at, or that keeps a browser busy for long. */
export function refuseSize(width: number, height: number): void {
  if (width === 0 || height === 0) throw new NotOpened('damaged');
  if (width * height > MAX_PIXELS) throw new NotOpened('too_many_pixels');
}
