import { it } from '../miniapp/a.ts';
export const used = it;
