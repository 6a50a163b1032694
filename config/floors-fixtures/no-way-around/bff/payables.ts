import { doMore } from './modules/high/do-more.ts';
export type Payables = typeof doMore;
