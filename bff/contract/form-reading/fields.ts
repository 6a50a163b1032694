import type { Cond, Field, PrivacyClass, Section, Value, Values } from '../forms/language.ts';

/** How the language of forms is read, on both sides alike. Pure. */

/** A row of a section as it is kept; a `single` section has exactly one, `self`. */
export interface Row {
  id: string;
  /** The variant that was chosen, in a section that has some. */
  variant?: string | undefined;
  values: Values;
}
/** What a section says. `saidNone`: 本人无此项. */
export interface SectionData {
  rows: readonly Row[];
  saidNone: boolean;
}
export const NO_DATA: SectionData = { rows: [], saidNone: false };
/** The row of a `single` section. */
export const SELF = 'self';

export const privacyOf = (section: Section, field: Field): PrivacyClass => field.privacy ?? section.privacy;
export const columnOf = (field: Field): string => field.column ?? field.label;
/** P3 and P4: encrypted at rest, opened by staff only with a reason. */
export const isSensitive = (section: Section, field: Field): boolean =>
  ['P3', 'P4'].includes(privacyOf(section, field));
/** Whether a member types it. */
export const isTyped = ({ from = 'member', kind }: Field): boolean => from === 'member' && kind !== 'photo';

/** Whether anything stands in a field; a flag says something only where it is on. */
export const isFilled = (value: Value | undefined): boolean =>
  value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0);

/** Whether a condition holds of these values. */
export function holds(cond: Cond, values: Values): boolean {
  if ('all' in cond) return cond.all.every((one) => holds(one, values));
  if ('any' in cond) return cond.any.some((one) => holds(one, values));
  if ('not' in cond) return !holds(cond.not, values);
  const value = values[cond.field];
  if ('filled' in cond) return isFilled(value);
  if ('is' in cond) return listed(cond.is).includes(value as string | boolean);
  return listed(cond.includes).some((code) => Array.isArray(value) && (value as readonly unknown[]).includes(code));
}
const listed = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? (one as readonly T[]) : [one as T]);

/** Whether a row shows a field: of its variant, and where its condition holds. `context`: values beside the row. */
export const isShown = (field: Field, row: Pick<Row, 'variant' | 'values'>, context: Values): boolean =>
  isShownAmid(field, row.variant, field.shownIf ? { ...context, ...row.values } : {});

/** The same, with the values beside the row and its own put together once for all its fields. */
export function isShownAmid({ variants, shownIf }: Field, variant: string | undefined, values: Values): boolean {
  if (variants && !variants.includes(variant ?? '')) return false;
  return shownIf === undefined || holds(shownIf, values);
}

/** Whether a shown field has to be filled. */
export const isRequired = (field: Field, row: Pick<Row, 'values'>, context: Values): boolean =>
  isRequiredAmid(field, typeof field.required === 'object' ? { ...context, ...row.values } : {});

/** The same, as above. */
export const isRequiredAmid = ({ required }: Field, values: Values): boolean =>
  required === true || (required !== undefined && holds(required, values));

/** Rows in the order in which they are shown and printed: those without a date last. */
export function sortedRows(section: Section, rows: readonly Row[]): Row[] {
  if (section.sort === null) return [...rows];
  const [key, direction] = section.sort;
  const of = (row: Row) => String(row.values[key] ?? '');
  const sign = direction === 'asc' ? 1 : -1;
  return [...rows].sort((a, b) => (of(a) === of(b) ? 0 : of(a) < of(b) ? -sign : sign));
}
