import { isSensitive, type Row, type SectionData } from '../../../../bff/contract/form-reading/fields.ts';
import type { Value } from '../../../../bff/contract/forms/language.ts';
import { profileSection, type SectionKey } from '../../../../bff/contract/profile/profile.ts';

/**
 * What of a section may lie on a device: never what is sensitive (P3, P4). A device's storage is clear text, and read by
 * whoever gets hold of the device; what is sensitive stays in the open page until the server has it.
 */

/** A section without it. */
export function withoutSensitive(key: SectionKey, { rows, saidNone }: SectionData): SectionData {
  const hidden = sensitiveOf(key);
  return { rows: rows.map((row) => ({ ...row, values: pick(row, (name) => !hidden.has(name)) })), saidNone };
}

/** A section from the device again, with what is sensitive as it stands elsewhere, row by row. */
export function withSensitiveOf(key: SectionKey, kept: SectionData, from: SectionData): SectionData {
  const hidden = sensitiveOf(key);
  const rows = kept.rows.map((row) => {
    const other = from.rows.find(({ id }) => id === row.id);
    return other ? { ...row, values: { ...row.values, ...pick(other, (name) => hidden.has(name)) } } : row;
  });
  return { ...kept, rows };
}

/** Whether anything sensitive is typed: it would be lost with the page. */
export const hasSensitive = (key: SectionKey, { rows }: SectionData): boolean => {
  const hidden = sensitiveOf(key);
  return rows.some(({ values }) => Object.keys(values).some((name) => hidden.has(name)));
};

function sensitiveOf(key: SectionKey): ReadonlySet<string> {
  const section = profileSection(key);
  return new Set(section.fields.filter((field) => isSensitive(section, field)).map((field) => field.key));
}

const pick = ({ values }: Row, takes: (name: string) => boolean): Record<string, Value> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => takes(name)));
