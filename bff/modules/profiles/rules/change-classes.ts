import type { Row } from '../../../contract/form-reading/fields.ts';
import type { ChangeClass, Field, Section, Value } from '../../../contract/forms/language.ts';

/** What becomes of a change, field by field: at once, after a review, by a ticket, never (profile-workflow.md). */

export const classOf = (section: Section, field: Field): ChangeClass => field.change ?? section.change;

export interface SplitChange {
  /** The section with what may change at once. */
  free: Row[];
  /** `row.field` → why it is not changed here. */
  refused: Record<string, string>;
}

const isSame = (a: Value | undefined, b: Value | undefined) => JSON.stringify(a) === JSON.stringify(b);

/** Takes out of what is wanted what may change at once. Rows come and go as their section says. Pure. */
export function splitChange(section: Section, present: readonly Row[], wanted: readonly Row[]): SplitChange {
  const refused: Record<string, string> = {};
  if (section.change === 'free' && section.shape === 'list') return { free: [...wanted], refused };
  const free = present.map((row) => {
    const asked = wanted.find(({ id }) => id === row.id);
    if (!asked) return row;
    const values = new Map(Object.entries(row.values));
    for (const field of section.fields) {
      const value = asked.values[field.key];
      if (isSame(value, row.values[field.key])) continue;
      const kind = classOf(section, field);
      if (kind === 'ticket') refused[`${row.id}.${field.key}`] = `${field.label}须提交工单更正`;
      if (kind === 'fixed') refused[`${row.id}.${field.key}`] = `${field.label}不能修改`;
      if (kind !== 'free') continue;
      if (value === undefined) values.delete(field.key);
      else values.set(field.key, value);
    }
    return { ...row, values: Object.fromEntries(values) };
  });
  return { free, refused };
}
