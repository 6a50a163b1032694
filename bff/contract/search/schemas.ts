import { z } from 'zod';
import { keyOf, requiredLine } from '../fields.ts';
import { MEMBERS_FOUND_KINDS } from './enums.ts';

const q = requiredLine('关键词', 60);

/** 编号, a name, part of it or its initials, a licence number or its beginning, a credit code, a telephone number. */
export const searchOffice = z.strictObject({ q });
export type SearchOffice = z.input<typeof searchOffice>;

/** `kind`: of this one as many as are shown on a page of their own. */
export const searchOwn = z.strictObject({ q, kind: keyOf(MEMBERS_FOUND_KINDS, '类别').optional() });
export type SearchOwn = z.input<typeof searchOwn>;
