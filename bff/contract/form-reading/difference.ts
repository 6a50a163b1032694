import type { Field, Section, Value } from '../forms/language.ts';
import { sortedRows, type Row } from './fields.ts';

/** What differs between two versions of a section, by the id of its rows: their order is no difference. Pure. */

export type DifferenceKind = 'added' | 'removed' | 'changed' | 'same';

export interface FieldDifference {
  field: Field;
  kind: DifferenceKind;
  before: Value | undefined;
  after: Value | undefined;
}
export interface RowDifference {
  id: string;
  kind: DifferenceKind;
  before: Row | null;
  after: Row | null;
  /** Of fields that say something on either side, in the order of the section. */
  fields: FieldDifference[];
}

/** Rows as they stand now, in the order in which they are shown; behind them those that are gone. */
export function differenceOf(section: Section, before: readonly Row[], after: readonly Row[]): RowDifference[] {
  const find = (rows: readonly Row[], id: string) => rows.find((row) => row.id === id) ?? null;
  const gone = before.filter(({ id }) => find(after, id) === null);
  return [...sortedRows(section, after), ...sortedRows(section, gone)].map(({ id }) =>
    rowDifference(section, id, find(before, id), find(after, id)),
  );
}

function rowDifference(section: Section, id: string, before: Row | null, after: Row | null): RowDifference {
  const fields = fieldsOf(section, before, after).flatMap((field): FieldDifference[] => {
    const [then, now] = [before?.values[field.key], after?.values[field.key]];
    if (then === undefined && now === undefined) return [];
    return [{ field, kind: kindOf(then, now), before: then, after: now }];
  });
  return { id, kind: rowKind(before, after, fields), before, after, fields };
}

/** Those of the section, and whatever older versions of it have left behind. */
function fieldsOf(section: Section, before: Row | null, after: Row | null): Field[] {
  const known = new Set(section.fields.map(({ key }) => key));
  const said = [...Object.keys(before?.values ?? {}), ...Object.keys(after?.values ?? {})];
  const others = [...new Set(said)].filter((key) => !known.has(key));
  return [...section.fields, ...others.map((key): Field => ({ key, label: key, kind: 'text' }))];
}

const isSame = (a: Value | undefined, b: Value | undefined) => JSON.stringify(a) === JSON.stringify(b);

function kindOf(before: Value | undefined, after: Value | undefined): DifferenceKind {
  if (isSame(before, after)) return 'same';
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'changed';
}

function rowKind(before: Row | null, after: Row | null, fields: readonly FieldDifference[]): DifferenceKind {
  if (before === null) return 'added';
  if (after === null) return 'removed';
  return before.variant !== after.variant || fields.some(({ kind }) => kind !== 'same') ? 'changed' : 'same';
}

/** The rows that a difference leads to, from those it started with; the other way round of `differenceOf`. */
export function applyDifference(before: readonly Row[], differences: readonly RowDifference[]): Row[] {
  return differences.flatMap(({ id, kind, after, fields }): Row[] => {
    if (kind === 'removed' || !after) return [];
    const old = before.find((row) => row.id === id);
    const values = new Map(Object.entries(old?.values ?? {}));
    for (const one of fields) {
      if (one.after === undefined) values.delete(one.field.key);
      else if (one.kind !== 'same') values.set(one.field.key, one.after);
    }
    const { variant } = after;
    return [{ id, ...(variant !== undefined && { variant }), values: Object.fromEntries(values) }];
  });
}
