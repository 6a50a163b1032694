import type { It } from '../high/do-more.ts';
export const it: It = 1;
