import type { It } from './model.ts';
export const used = (it: It): It => it;
