import { it } from './sum.ts';
export const used = it;
