import { it } from '../../modules/a/do-a.ts';
export const used = it;
