import { it } from '../../models.ts';
export const used = it;
