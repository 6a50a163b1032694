import { it } from '../bff/contract/schemas/a.ts';
export const used = it;
