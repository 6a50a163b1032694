import { COUNTRIES, isCountry } from '../countries.ts';
import type { CodeTable, Field, Section, Value } from '../forms/language.ts';
import { PROFILE_TABLES } from '../profile/tables/tables.ts';
import { regionName } from '../regions/regions.ts';
import { toYuan } from '../text.ts';
import type { Row } from './fields.ts';

/** What stands in place of a date: 至今. */
export const PRESENT = 'present';
/** Of the countries of letters for use abroad, our own is none. */
const CHINA = 'CN';

/** A table of codes by its name; null: no such table. */
const tableOf = (name: string): CodeTable | null =>
  Object.hasOwn(PROFILE_TABLES, name) ? PROFILE_TABLES[name as keyof typeof PROFILE_TABLES] : null;

/** What a code says; null: nobody knows it. */
export function codeWords(table: string, code: string): string | null {
  if (table === 'country') return code === CHINA ? '中国' : isCountry(code) ? COUNTRIES[code][0] : null;
  const known = tableOf(table)?.known;
  return known && Object.hasOwn(known, code) ? (known[code] ?? null) : null;
}

/** What may be chosen of a table, in its order: what is retired is read and printed, not chosen. */
export function offered(table: string): { code: string; label: string }[] {
  if (table === 'country') {
    const others = Object.entries(COUNTRIES).map(([code, [label]]) => ({ code, label }));
    return [{ code: CHINA, label: '中国' }, ...others];
  }
  const { known = {}, retired = [] } = tableOf(table) ?? {};
  return Object.entries(known)
    .filter(([code]) => !retired.includes(code))
    .sort(([a], [b]) => (/^\d+$/.test(a) && /^\d+$/.test(b) ? a.localeCompare(b) : 0))
    .map(([code, label]) => ({ code, label }));
}

/** What may be chosen in a field: of its table, and what the office has added. */
export function choicesOf({ options = '', added = {} }: Pick<Field, 'options' | 'added'>): ReturnType<typeof offered> {
  const own = Object.entries(added).filter(([, { isOffered }]) => isOffered);
  return [...offered(options), ...own.map(([code, { label }]) => ({ code, label }))];
}

/** A value as people read it; '' for what is empty. */
export function valueWords(field: Field, value: Value | undefined): string {
  if (value === undefined || value === '') return '';
  if (value === PRESENT) return '至今';
  if (typeof value === 'boolean') return value ? '是' : '否';
  const words = (code: string) => codeWords(field.options ?? '', code) ?? field.added?.[code]?.label ?? code;
  if (typeof value === 'number') {
    if (field.kind === 'fen') return `${toYuan(value)}元`;
    return String(field.scale ? value / field.scale : value);
  }
  if (typeof value !== 'string') return field.kind === 'files' ? `${value.length}份` : value.map(words).join('、');
  if (field.kind === 'code') return words(value);
  if (field.kind === 'region') return regionName(value) ?? codeWords('country', value) ?? value;
  return value;
}

/** What a row is called in lists and faults: 江海大学 · 大学本科. */
export function rowTitle(section: Section, row: Pick<Row, 'values'>): string {
  const parts = section.title.flatMap((key) => {
    const field = section.fields.find((one) => one.key === key);
    const words = field ? valueWords(field, row.values[key]) : '';
    return words ? [words] : [];
  });
  return parts.join(' · ');
}
