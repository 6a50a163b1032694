import { z } from 'zod';
import { reply } from '../reply-parts.ts';

/** A page of a letter as people see it. */
export const pagePicture = reply('PagePicture', {
  /** How many pages the letter has. */
  pages: z.int(),
  /** The page, JPEG in base64. */
  jpeg: z.string(),
});
export type PagePicture = z.infer<typeof pagePicture>;
