import { it } from './nowhere.ts';
export const used = it;
