import type { It } from '../second/do-more.ts';
export const it: It = 1;
