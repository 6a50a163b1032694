import { it } from '../low/do-it.ts';
export const other = it;
