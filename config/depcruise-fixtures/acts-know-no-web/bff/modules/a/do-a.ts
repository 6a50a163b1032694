import { it } from '../../http/route.ts';
export const used = it;
