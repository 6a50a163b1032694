import { it } from '../bulk/list.ts';
export const used = it;
