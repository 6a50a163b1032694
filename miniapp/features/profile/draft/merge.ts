import type { Row, SectionData } from '../../../../bff/contract/form-reading/fields.ts';
import type { Value } from '../../../../bff/contract/forms/language.ts';

/** Two devices wrote in one section: what became of it, and what both changed. Pure. */

/** A field that says one thing here and another there, both since the last common version. */
export interface Conflict {
  row: string;
  field: string;
  mine: Value | undefined;
  theirs: Value | undefined;
}
export interface Merged {
  /** Holds what is mine wherever both differ. */
  data: SectionData;
  conflicts: Conflict[];
}

/** Whether two answers, rows or sections say the same. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Merges field by field; nothing that somebody typed is lost, a removed row comes back where the other changed it. */
export function mergeTyped(base: SectionData, mine: SectionData, theirs: SectionData): Merged {
  const conflicts: Conflict[] = [];
  const find = ({ rows }: SectionData, id: string) => rows.find((row) => row.id === id);
  const ids = [...new Set([...theirs.rows, ...mine.rows].map(({ id }) => id))];
  const rows = ids.flatMap((id) => {
    const [was, own, other] = [find(base, id), find(mine, id), find(theirs, id)];
    if (own && other) return [mergeRow(was, own, other, conflicts)];
    const left = own ?? other;
    // Removed on one side, as it was on the other.
    return !left || (was && same(was, left)) ? [] : [left];
  });
  const saidNone = rows.length === 0 && (same(base.saidNone, mine.saidNone) ? theirs.saidNone : mine.saidNone);
  return { data: { rows, saidNone }, conflicts };
}

function mergeRow(was: Row | undefined, own: Row, other: Row, conflicts: Conflict[]): Row {
  const fields = [...new Set([...Object.keys(other.values), ...Object.keys(own.values)])];
  const values: Record<string, Value> = {};
  for (const field of fields) {
    const [before, mine, theirs] = [was?.values[field], own.values[field], other.values[field]];
    const isTheirs = same(before, mine);
    if (!isTheirs && !same(before, theirs) && !same(mine, theirs)) conflicts.push({ row: own.id, field, mine, theirs });
    const value = isTheirs ? theirs : mine;
    if (value !== undefined) values[field] = value;
  }
  return { ...own, values };
}

/** A merge with another choice for some of its conflicts: theirs. */
export function withTheirs(data: SectionData, chosen: readonly Conflict[]): SectionData {
  const rows = data.rows.map((row) => {
    const values = { ...row.values };
    for (const { row: id, field, theirs } of chosen) {
      if (id !== row.id) continue;
      if (theirs === undefined) delete values[field];
      else values[field] = theirs;
    }
    return { ...row, values };
  });
  return { ...data, rows };
}
