import { it } from '../bff/contract/a/replies.ts';
export const used = it;
