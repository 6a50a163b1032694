import { isPlainDate } from '../../../contract/dates.ts';
import { numberCell } from './number-cell.ts';
import {
  booleanCell,
  errorCell,
  formulaCell,
  isFilled,
  lostDigits,
  MAX_COLUMNS,
  MAX_ROWS,
  textCell,
  type OpenedSheet,
  type XlsxCell,
  type XlsxRow,
} from './sheet.ts';
import { unpack, type Parts } from '../../zip/unpack.ts';
import { isTrue, openWorkbook, stringCollector, type Workbook } from './workbook.ts';
import { attributeOf, parseXml } from './xml-events.ts';

/**
 * The sheets of an .xlsx (ECMA-376, Transitional and Strict, any prefix). Only cells are read: what a file declares of
 * ranges (validations, merges, names, filters, formats, columns) is passed over unread. Throws NotXlsx, NotZip.
 */
export async function openXml(file: Buffer, maxBytes: number): Promise<OpenedSheet[]> {
  return sheetsOf(await unpack(file, maxBytes));
}

/** The same of a file that is unpacked already. */
export async function sheetsOf(parts: Parts): Promise<OpenedSheet[]> {
  const workbook = await openWorkbook(parts);
  return workbook.sheets.map(({ name, part, isHidden }) => ({
    name,
    isHidden,
    part,
    rows: () => rowsOf(parts, part, workbook),
  }));
}

interface OpenCell {
  column: number;
  type: string;
  style: number;
  value: string;
  isFormula: boolean;
}

async function* rowsOf(parts: Parts, part: string, workbook: Workbook): AsyncGenerator<XlsxRow> {
  let done: XlsxRow[] = [];
  let row: XlsxRow | null = null;
  let cell: OpenCell | null = null;
  let isValue = false;
  let [last, column] = [0, 0];
  const inline = stringCollector();
  const handlers = {
    open(name: string, attributes: Readonly<Record<string, string>>) {
      if (name === 'row') {
        last = rowNumber(attributeOf(attributes, 'r'), last);
        column = 0;
        row = { number: last, isHidden: isTrue(attributeOf(attributes, 'hidden')), cells: [] };
      } else if (name === 'c' && row) {
        column = columnOf(attributeOf(attributes, 'r')) || column + 1;
        const [type, style] = [attributeOf(attributes, 't'), Number(attributeOf(attributes, 's'))];
        cell = { column, type, style, value: '', isFormula: false };
        inline.begin();
      } else if (cell) {
        isValue = name === 'v';
        if (name === 'f') cell.isFormula = true;
        else inline.open(name);
      }
    },
    text(text: string) {
      if (!cell) return;
      if (isValue) cell.value += text;
      else inline.text(text);
    },
    close(name: string) {
      isValue = false;
      if (name === 'c' && cell && row) {
        if (cell.column <= MAX_COLUMNS) row.cells[cell.column - 1] = cellOf(cell, inline.end(), workbook);
        cell = null;
      } else if (name === 'row' && row) {
        row.cells = Array.from(row.cells, (one) => one ?? { text: '' });
        if (isFilled(row)) done.push(row);
        row = null;
      } else inline.close(name);
    },
  };
  for await (const _ of parseXml(parts.read(part), handlers)) {
    yield* done;
    done = [];
  }
}

/** The number of a row after row `last`, by what it says of itself: one that goes back, or is none, is the next. */
export function rowNumber(said: string, last: number): number {
  const number = Number(said);
  return Number.isInteger(number) && number > last && number <= MAX_ROWS ? number : last + 1;
}

/** AB12 → 28; 0 for what names no place. */
export function columnOf(place: string): number {
  const letters = /^\$?([A-Za-z]{1,3})\$?\d*$/.exec(place)?.[1]?.toUpperCase() ?? '';
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

function cellOf(cell: OpenCell, inline: string, workbook: Workbook): XlsxCell {
  const { strings, dateStyles, is1904 } = workbook;
  const { type, value, isFormula, style } = cell;
  if (isFormula) return formulaCell(cellOf({ ...cell, isFormula: false }, inline, workbook));
  if (type === 'inlineStr') return textCell(inline);
  if (value === '') return { text: '' };
  if (type === 's') return textCell(strings[Number(value)] ?? '');
  if (type === 'str') return textCell(value);
  if (type === 'b') return booleanCell(isTrue(value));
  if (type === 'e') return errorCell(value);
  if (type === 'd') return isPlainDate(value.slice(0, 10)) ? { text: value.slice(0, 10) } : textCell(value);
  const number = Number(value);
  if (Number.isNaN(number)) return textCell(value);
  // More digits than a number keeps would be told wrongly.
  if (/^\d{16,}$/.test(value.trim())) return lostDigits(number.toExponential());
  return numberCell(number, { isDate: dateStyles[style] ?? false, is1904 });
}
