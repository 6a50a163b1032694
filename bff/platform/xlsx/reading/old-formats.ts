import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import * as sheetjs from '@e965/xlsx';
import { numberCell } from './number-cell.ts';
import {
  booleanCell,
  errorCell,
  formulaCell,
  isFilled,
  lostDigits,
  MAX_COLUMNS,
  MAX_ROWS,
  NotXlsx,
  textCell,
  type OpenedSheet,
  type XlsxCell,
  type XlsxRow,
} from './sheet.ts';

/** Compound files: .xls, and .xlsx with a password. */
export const isCompound = (file: Buffer): boolean =>
  file.subarray(0, 8).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));

/** The sheets of an .xls of Excel 5 to 2003, as WPS writes it too. Throws NotXlsx. */
export function openXls(file: Buffer): OpenedSheet[] {
  sheetjs.set_cptable(codePages);
  const book = read(file, { type: 'buffer' });
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.map((name, at) => ({
    name,
    isHidden: (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0,
    rows: () => rowsOf(book.Sheets[name], is1904),
  }));
}

/** The one sheet of a .csv in UTF-8, UTF-16 or GB 18030, its columns divided by commas, semicolons or tabs. */
export function openCsv(file: Buffer): OpenedSheet[] {
  const text = decode(file);
  // Nothing that people type: some other file.
  if (/[\u0000-\u0008\u000E-\u001F]/.test(text) || /^\s*(<|\{|%PDF)/.test(text)) throw new NotXlsx('unreadable');
  if (hasMoreLines(text, MAX_ROWS)) throw new NotXlsx('too_large');
  const book = read(text, { type: 'string', raw: true });
  const [name = ''] = book.SheetNames;
  return [{ name, isHidden: false, rows: () => csvRowsOf(book.Sheets[name]) }];
}

/** More than a sheet has rows, which take a minute to be taken apart and are nobody's list. */
function hasMoreLines(text: string, lines: number): boolean {
  let found = 0;
  for (let at = text.indexOf('\n'); at >= 0 && found <= lines; at = text.indexOf('\n', at + 1)) found++;
  return found > lines;
}

/** ="07006880001" and '07006880001: how other programs keep Excel from taking digits for a number. */
const KEPT_AS_TEXT = /^(?:="([^"]*)"|'(?=[\d+(（]))/;

async function* csvRowsOf(sheet: sheetjs.WorkSheet | undefined): AsyncGenerator<XlsxRow> {
  for await (const row of rowsOf(sheet, false)) {
    const cells = row.cells.map((cell) =>
      'text' in cell ? textCell(cell.text.replace(KEPT_AS_TEXT, (_, text: string | undefined) => text ?? '')) : cell,
    );
    yield { ...row, cells };
  }
}

/** GB 18030 takes almost any bytes for text: it is tried last. */
function decode(file: Buffer): string {
  const encodings = file[0] === 0xff ? ['utf-16le'] : file[0] === 0xfe ? ['utf-16be'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(file);
    } catch {
      continue;
    }
  }
  throw new NotXlsx('unreadable');
}

function read(data: Buffer | string, options: sheetjs.ParsingOptions): sheetjs.WorkBook {
  try {
    const plain = { cellHTML: false, cellText: false, cellNF: true, cellFormula: true };
    // All of them: a sheet cut short would pass for a whole one.
    return sheetjs.read(data, { ...options, ...plain, dense: true });
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message);
    throw new NotXlsx(isLocked ? 'protected' : 'unreadable', { cause: error });
  }
}

async function* rowsOf(sheet: sheetjs.WorkSheet | undefined, is1904: boolean): AsyncGenerator<XlsxRow> {
  const lines = (sheet?.['!data'] ?? []) as (sheetjs.CellObject[] | undefined)[];
  for (const [at, line] of lines.entries()) {
    const cells = Array.from((line ?? []).slice(0, MAX_COLUMNS), (cell) => cellOf(cell, is1904));
    const row = { number: at + 1, isHidden: sheet?.['!rows']?.[at]?.hidden === true, cells };
    if (isFilled(row)) yield row;
  }
}

// Typed as anything by its authors.
const formats = sheetjs.SSF as { is_date(code: string): boolean };

/** A number of more digits than a cell shows, as .csv files hold it: 1.44992E+16; LibreOffice: 1.44992020101001E+016. */
const SHORTENED = /^\d([.,]\d+)?E\+0?(1[1-9]|2\d)$/i;

function cellOf(cell: sheetjs.CellObject | undefined, is1904: boolean): XlsxCell {
  if (!cell) return { text: '' };
  if (cell.f !== undefined) return formulaCell(cellOf({ ...cell, f: undefined } as sheetjs.CellObject, is1904));
  if (cell.t === 'n') return numberCell(Number(cell.v), { isDate: formats.is_date(String(cell.z ?? '')), is1904 });
  if (cell.t === 'b') return booleanCell(cell.v === true);
  if (cell.t === 'e') return errorCell(cell.w ?? '#');
  const text = String(cell.v ?? '');
  return SHORTENED.test(text.trim()) ? lostDigits(text.trim()) : textCell(text);
}
