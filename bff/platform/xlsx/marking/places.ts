/** What is said of cells: row, from 1 → column, from 0 → words. */
export type CellNotes = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** One cell and what is said of it. */
export interface NotedPlace {
  /** As Excel numbers it, from 1. */
  row: number;
  /** From 0. */
  column: number;
  note: string;
}

export function* placesOf(notes: CellNotes): Generator<NotedPlace> {
  for (const [row, cells] of notes) for (const [column, note] of cells) yield { row, column, note };
}

/** 1 → A, 28 → AB. */
export const lettersOf = (column: number): string =>
  (column > 26 ? lettersOf(Math.trunc((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));
