import { it } from './present.ts';
export const used = it;
