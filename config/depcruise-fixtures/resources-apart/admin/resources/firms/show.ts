import { it } from '../lawyers/show.ts';
export const used = it;
