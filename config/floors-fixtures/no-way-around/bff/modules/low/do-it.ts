import type { Payables } from '../../payables.ts';
export type It = Payables;
