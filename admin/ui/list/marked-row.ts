const keyOf = (list: string) => `marked-row ${list}`;

/** Remembers, for as long as the window is open, the row of a list (by its path) on which the keyboard stands. */
export function markRow(list: string, id: number): void {
  try {
    sessionStorage.setItem(keyOf(list), String(id));
  } catch {
    // A browser that keeps nothing starts at the first row.
  }
}

/** The row that was marked last; null: none. */
export function markedRow(list: string): number | null {
  try {
    return Number(sessionStorage.getItem(keyOf(list))) || null;
  } catch {
    return null;
  }
}
