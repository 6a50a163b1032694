import { toYuan } from '../../../bff/contract/text.ts';

/** An amount of fen in yuan, — where it is not known. */
export const yuanOf = (fen: number | null): string => (fen === null ? '—' : toYuan(fen));
