import { z } from 'zod';
import { oneOf } from '../reply-parts.ts';
import { FORM_COPIES } from './enums.ts';

export const readForm = z.strictObject({ copy: oneOf(FORM_COPIES).default('usual') });
export type ReadForm = z.input<typeof readForm>;
