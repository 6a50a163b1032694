import { z } from 'zod';
import { requiredLine } from '../fields.ts';

/** 编号, a name or part of it, a licence number or its beginning, a credit code, a telephone number. */
export const searchOffice = z.strictObject({ q: requiredLine('关键词', 60) });
export type SearchOffice = z.input<typeof searchOffice>;
