import { z } from 'zod';
import { currentPassword } from '../accounts/schemas.ts';

export const askDownload = z.strictObject({ password: currentPassword });
export type AskDownload = z.input<typeof askDownload>;
