import { it } from '../bff/contract/a/schemas.ts';
export const used = it;
