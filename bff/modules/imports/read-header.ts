import { AppError } from '../../errors.ts';
import { comparable, labelOf, type Wanted, type XlsxRow } from '../../platform/xlsx/read-xlsx.ts';
import type { SheetColumn, SheetShape } from './sheet-kind.ts';

export type SheetLine = XlsxRow;
/** The column of each cell; undefined above nothing. */
export type Header = (SheetColumn | undefined)[];

/** The headings by which a sheet of this kind is told from others in the same file. */
export const wantedOf = ({ columns, key }: SheetShape): Wanted => ({
  labels: columns.map(({ label }) => label),
  also: Object.fromEntries(columns.flatMap(({ label, also = [] }) => also.map((other) => [other, label]))),
  key: columns.filter(({ field }) => key.includes(field)).map(({ label }) => label),
});

/** What counts the rows of a list says nothing of them. */
const COUNT = comparable('序号');

/**
 * Which column stands where: by its label, with or without the star of required ones, in any order. Throws
 * `invalid_fields` for an unknown or repeated label and for a missing key.
 */
export function readHeader(row: XlsxRow, sheet: SheetShape): Header {
  const refuse = (file: string) => new AppError('invalid_fields', { fields: { file } });
  const labels = row.cells.map(labelOf);
  const header = labels.map((heading) =>
    sheet.columns.find(({ label, also = [] }) => [label, ...also].some((name) => comparable(name) === heading)),
  );
  const told = [COUNT, ...(sheet.told ?? []).map(comparable)];
  const unknown = labels.filter((label, at) => label !== '' && !header[at] && !told.includes(label));
  if (unknown.length > 0) {
    const known = sheet.columns.map(({ label }) => label).join('、');
    throw refuse(`表头中有不认识的列：${unknown.join('、')}，请删去，或改为可以用的列名：${known}`);
  }
  const isRepeated = (label: string, at: number) =>
    label !== '' && (header[at] ? header.indexOf(header[at]) : labels.indexOf(label)) !== at;
  const repeated = labels.filter(isRepeated);
  if (repeated.length > 0) throw refuse(`表头中有重复的列：${repeated.join('、')}`);
  const missing = sheet.columns.filter(({ field }) => sheet.key.includes(field)).filter((key) => !header.includes(key));
  if (missing.length > 0) throw refuse(`表头缺少：${missing.map(({ label }) => label).join('、')}`);
  return header;
}

/** The heading of every column, of those that are not read as well. */
export const labelsOf = (row: XlsxRow, header: Header): string[] =>
  row.cells.map((cell, at) => header[at]?.label ?? labelOf(cell));
