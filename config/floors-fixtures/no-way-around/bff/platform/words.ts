export type { It } from '../modules/low/do-it.ts';
