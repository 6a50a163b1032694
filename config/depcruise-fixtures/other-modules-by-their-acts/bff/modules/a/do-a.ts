import { it } from '../b/model.ts';
export const used = it;
