import { it } from '../accounts/model.ts';
export const used = it;
