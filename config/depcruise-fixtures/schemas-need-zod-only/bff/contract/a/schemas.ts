import { it } from '../../errors.ts';
export const used = it;
