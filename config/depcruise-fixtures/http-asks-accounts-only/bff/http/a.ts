import { it } from '../modules/certificates/do-a.ts';
export const used = it;
