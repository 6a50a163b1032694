import { it } from './model.ts';
export const used = it;
