import { it } from '../features/bulk/list.ts';
export const used = it;
