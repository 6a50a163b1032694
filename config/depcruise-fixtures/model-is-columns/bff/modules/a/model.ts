import { it } from '../../platform/kv/kv.ts';
export const used = it;
