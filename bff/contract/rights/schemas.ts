import { z } from 'zod';
import { currentPassword } from '../accounts/schemas.ts';
import { keyOf } from '../fields.ts';
import { DOWNLOAD_PARTS } from './enums.ts';

export const askDownload = z.strictObject({
  password: currentPassword,
  parts: keyOf(DOWNLOAD_PARTS, '下载的内容').default('usual'),
});
export type AskDownload = z.input<typeof askDownload>;
