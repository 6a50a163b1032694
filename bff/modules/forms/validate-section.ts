import type { z } from 'zod';
import { addMonths } from '../../contract/dates.ts';
import {
  isFilled,
  isRequiredAmid,
  isShownAmid,
  isTyped,
  type Row,
  type SectionData,
} from '../../contract/form-reading/fields.ts';
import { PRESENT, rowTitle } from '../../contract/form-reading/words.ts';
import type { Bound, Field, Section, Value, Values } from '../../contract/forms/language.ts';
import { valueSchema } from './value-schema.ts';

/** What stands beside the rows: values that nobody types here, and the days that bounds name. */
export interface FormContext {
  /** Values of the registry, and of the section whose answers decide what other sections ask. */
  values: Values;
  /** Keys of `values` that stand in place of what is typed. */
  given: ReadonlySet<string>;
  birthOn: string | null;
  today: string;
}

export interface Judged {
  /** As it would be submitted: mended, without what is hidden or wrong. */
  data: SectionData;
  /** `row.field`, or `_` of the whole section, → what is wrong, in words that say how to mend it. */
  faults: Record<string, string>;
}

const schemas = new WeakMap<Field, z.ZodType<Value>>();

/** The schema of a field, built once. */
function schemaOf(field: Field): z.ZodType<Value> {
  const known = schemas.get(field);
  if (known) return known;
  const built = valueSchema(field);
  schemas.set(field, built);
  return built;
}

/** Judges what stands in a section, whole: every fault at once. */
export function validateSection(section: Section, data: SectionData, context: FormContext): Judged {
  const faults: Record<string, string> = {};
  const rows = data.rows.map((row) => judgeRow(section, row, context, faults));
  const own = section.noneLabel !== undefined && data.saidNone && rows.length === 0;
  const min = section.minRows ?? (section.noneLabel === undefined && section.shape === 'list' ? 1 : 0);
  if (section.shape === 'list' && !own) {
    const least = Math.max(min, section.noneLabel === undefined ? 0 : 1);
    if (rows.length < least) {
      faults['_'] = section.noneLabel
        ? `请添加${section.label}，没有的请勾选“${section.noneLabel}”`
        : `请添加${section.label}`;
    }
  }
  if (rows.length > section.maxRows) faults['_'] = `本项最多填写${section.maxRows}条`;
  twins(section, rows, faults);
  return { data: { rows, saidNone: own }, faults };
}

/** A row with what is right in it, mended; what is wrong goes into `faults`. */
function judgeRow(section: Section, row: Row, context: FormContext, faults: Record<string, string>): Row {
  if (section.variants && !Object.hasOwn(section.variants, row.variant ?? ''))
    faults[`${row.id}._`] = '请选择境内或境外';
  // What a field shows or asks for depends on what is right in the others.
  const { right, wrong } = readRow(section, row.values);
  const amid = { ...context.values, ...right };
  const beside = { ...context, values: { ...right, ...context.values } };
  const values: Record<string, Value> = {};
  for (const field of section.fields) {
    const { key } = field;
    if (!isTyped(field) || context.given.has(key) || !isShownAmid(field, row.variant, amid)) continue;
    const value = right[key];
    const isEmpty = !isFilled(row.values[key]);
    const fault = isEmpty ? missing(field, amid) : (wrong[key] ?? outOfBounds(field, value, beside));
    if (fault !== null) faults[`${row.id}.${key}`] = fault;
    if (value !== undefined && isFilled(value)) values[key] = value;
  }
  return { ...row, values };
}

/** Values as they are stored: what can be read is mended, what cannot stays as it was typed. */
export function mendedDraft(section: Section, values: Values): Record<string, Value> {
  return { ...values, ...readRow(section, values).right };
}

/** What was typed in a row: what can be read, mended, and of what cannot, what is wrong with it. */
function readRow(section: Section, values: Values) {
  const right: Record<string, Value> = {};
  const wrong: Record<string, string> = {};
  for (const field of section.fields) {
    const value = values[field.key];
    if (value === undefined || value === '' || !isTyped(field)) continue;
    const parsed = schemaOf(field).safeParse(value);
    if (parsed.success) right[field.key] = parsed.data;
    else wrong[field.key] = parsed.error.issues[0]?.message ?? `请修改${field.label}`;
  }
  return { right, wrong };
}

function missing(field: Field, amid: Values): string | null {
  if (!isRequiredAmid(field, amid)) return null;
  return field.kind === 'flag' ? `请确认：${field.label}` : `请${ASKED[field.kind] ?? '填写'}${field.label}`;
}
const ASKED: Partial<Record<Field['kind'], string>> = {
  code: '选择',
  codes: '选择',
  region: '选择',
  files: '上传',
  photo: '上传',
};

function outOfBounds(field: Field, value: Value | undefined, context: FormContext): string | null {
  const { label, notBefore, notAfter } = field;
  if (typeof value !== 'string' || value === PRESENT || (!notBefore && !notAfter)) return null;
  const earliest = notBefore && boundOf(notBefore, context);
  if (earliest && isBefore(value, earliest.day)) return `${label}不能早于${earliest.words}`;
  const latest = notAfter && boundOf(notAfter, context);
  return latest && isBefore(latest.day, value) ? `${label}不能晚于${latest.words}` : null;
}

/** Compares two dates as far as both of them go: a month is compared with a day by the day's month. */
function isBefore(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}

/** A bound as a day and in words; null: what it is counted from is not known. */
function boundOf(bound: Bound, { values, birthOn, today }: FormContext): { day: string; words: string } | null {
  if (bound === 'today') return { day: today, words: `今天（${today}）` };
  if (typeof bound === 'object') {
    const day = values[bound.field];
    return typeof day === 'string' && /^\d{4}/.test(day) ? { day, words: day } : null;
  }
  if (birthOn === null) return null;
  const years = Number(/^birth\+(\d+)y$/.exec(bound)?.[1]);
  const day = addMonths(birthOn, years * 12);
  return { day, words: `满${years}周岁之日（${day}）` };
}

/** Two rows that say the same where each should say something of its own; the later one is named. */
function twins(section: Section, rows: readonly Row[], faults: Record<string, string>): void {
  if (!section.unique) return;
  const seen = new Map<string, Row>();
  for (const row of rows) {
    const values = section.unique.map((key) => row.values[key]);
    if (values.some((value) => value === undefined)) continue;
    const key = JSON.stringify(values);
    const twin = seen.get(key);
    if (twin) faults[`${row.id}.${section.unique[0]}`] ??= `与“${rowTitle(section, twin)}”重复，请修改或删除其中一条`;
    else seen.set(key, row);
  }
}
