import { z } from 'zod';
import { PHOTO_WAYS } from '../../contract/photos/enums.ts';
import { oneOf } from '../../contract/reply-parts.ts';

export const photoRow = z.strictObject({
  currentPhotoId: z.int().nullable(),
  pendingPhotoId: z.int().nullable(),
  pendingWay: oneOf(PHOTO_WAYS).nullable(),
});

/** The columns of `photoRow`, for a statement that reads something else of the lawyer as well. */
export const photoColumns = (lawyerId: number) => ({
  sql: `(SELECT id FROM profile_photos WHERE slot = ?) AS currentPhotoId,
     (SELECT id FROM profile_photos WHERE slot = ?) AS pendingPhotoId,
     (SELECT way FROM profile_photos WHERE slot = ?) AS pendingWay`,
  values: [`current:${lawyerId}`, `pending:${lawyerId}`, `pending:${lawyerId}`],
});

/** A lawyer's photos, to be read together with what is asked about them; always one row. */
export function photosOf(lawyerId: number) {
  const { sql, values } = photoColumns(lawyerId);
  return { row: photoRow, sql: `SELECT ${sql}`, values };
}

/** Whether there is a photo, as who asks for one sees it. */
export interface PhotoFacts {
  /** One is in use, or is with staff; one that nobody has handed in counts for nothing. */
  hasPhoto: boolean;
  /** It was handed in to be compared by staff, who have not done so yet. */
  isPhotoByHand: boolean;
}

const NO_PHOTO: z.infer<typeof photoRow> = { currentPhotoId: null, pendingPhotoId: null, pendingWay: null };

/** What the first row says; without one there is no photo. */
export function photoFacts([row = NO_PHOTO]: readonly z.infer<typeof photoRow>[]): PhotoFacts {
  const hasPhoto = row.currentPhotoId !== null || row.pendingPhotoId !== null;
  return { hasPhoto, isPhotoByHand: row.pendingWay === 'manual' };
}
