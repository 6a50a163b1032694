import { z } from 'zod';
import { PHOTO_WAYS } from '../../contract/photos/enums.ts';
import { oneOf } from '../../contract/reply-parts.ts';

const slotsOf = (lawyerId: number) => ({ current: `current:${lawyerId}`, pending: `pending:${lawyerId}` });

const row = z.strictObject({ slot: z.string(), way: oneOf(PHOTO_WAYS).nullable() });

/** Photos of a lawyer that count, to be read together with what is asked about them. */
export function photosOf(lawyerId: number) {
  const { current, pending } = slotsOf(lawyerId);
  return { row, sql: 'SELECT slot, way FROM profile_photos WHERE slot IN (?, ?)', values: [current, pending] };
}

/**
 * Whether a lawyer has a photo in use, or one that is with staff, and whether staff have yet to compare it. One that nobody
 * has handed in counts for nothing.
 */
export function presentPhotos(
  lawyerId: number,
  photos: readonly z.infer<typeof row>[],
): { hasPhoto: boolean; isPhotoByHand: boolean } {
  const { pending } = slotsOf(lawyerId);
  const isPhotoByHand = photos.some(({ slot, way }) => slot === pending && way === 'manual');
  return { hasPhoto: photos.length > 0, isPhotoByHand };
}
