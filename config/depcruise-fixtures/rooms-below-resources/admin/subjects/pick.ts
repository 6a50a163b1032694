import { it } from '../resources/lawyers/show.ts';
export const used = it;
