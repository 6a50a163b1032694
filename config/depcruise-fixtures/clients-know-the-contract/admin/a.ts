import { it } from '../bff/errors.ts';
export const used = it;
