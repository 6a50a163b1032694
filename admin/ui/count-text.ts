import { WAITING_CAP } from '../../bff/contract/operations/enums.ts';

/** 12, or 99+ from where nothing is counted. */
export const countText = (count: number): string => (count < WAITING_CAP ? String(count) : `${WAITING_CAP - 1}+`);
