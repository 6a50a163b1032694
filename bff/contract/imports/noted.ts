import type { ImportRow } from './replies.ts';

/** How many rows of a sheet a person should look at before it is applied, by what about them. */
export interface Noted {
  /** With contacts that are not good for everything at once. */
  held: number;
  /** With a cell that is in doubt. */
  doubtful: number;
  /** Hidden in the file, or a row of sums. */
  unseen: number;
}

/** Counts them: a doubt without a column is about the whole row. */
export function notedIn(rows: readonly Pick<ImportRow, 'doubts' | 'holds'>[]): Noted {
  const count = (isSo: (row: Pick<ImportRow, 'doubts' | 'holds'>) => boolean) => rows.filter(isSo).length;
  return {
    held: count(({ holds }) => holds.length > 0),
    doubtful: count(({ doubts }) => doubts.some(({ column }) => column !== '')),
    unseen: count(({ doubts }) => doubts.some(({ column }) => column === '')),
  };
}
