import { addDays, isPlainDate } from '../../contract/dates.ts';
import { toHalfWidth, toYuan } from '../../contract/text.ts';
import { CellFault, type SheetColumn } from './sheet-kind.ts';

type Column = (label: string, field: string, more?: { isRequired?: boolean; width?: number }) => SheetColumn;

const asText = (value: unknown) => (value === null || value === undefined ? '' : String(value as string | number));

/** A column of words or numbers, taken as they stand. */
export const textColumn: Column = (label, field, { isRequired = false, width = 20 } = {}) => ({
  label,
  field,
  isRequired,
  width,
  read: (text) => text,
  show: asText,
});

/** A number of a licence, a code or a card: blanks and full width do not matter. */
export const numberColumn: Column = (label, field, { isRequired = false, width = 22 } = {}) => ({
  label,
  field,
  isRequired,
  width,
  read: (text) => toHalfWidth(text).replace(/\s/g, '').toUpperCase(),
  show: asText,
});

/** Day 0 of Excel's calendar, which counts a 29 February 1900. */
const EXCEL_DAY_0 = '1899-12-30';

/** A day: 2026-11-22, 2026/11/22, 2026.11.22, 2026年11月22日, or a date of Excel, formatted or as its number. */
export const dateColumn: Column = (label, field, { isRequired = false, width = 14 } = {}) => ({
  label,
  field,
  isRequired,
  width,
  read(text) {
    // 1954 to 2064; nobody writes a day so otherwise.
    if (/^[2-5]\d{4}$/.test(text)) return addDays(EXCEL_DAY_0, Number(text));
    const [, year = '', month = '', day = ''] =
      /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(toHalfWidth(text).replace(/\s/g, '')) ?? [];
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (!isPlainDate(date)) throw new CellFault('日期格式应为 2026-11-22');
    return date;
  },
  show: asText,
});

/** An amount in yuan, kept in fen. */
export const yuanColumn: Column = (label, field, { isRequired = false, width = 14 } = {}) => ({
  label,
  field,
  isRequired,
  width,
  read(text) {
    // By digits: 1.1 * 100 is not 110.
    const [, yuan, fen = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(toHalfWidth(text).replace(/[\s,，元]/g, '')) ?? [];
    if (yuan === undefined) throw new CellFault('金额应为数字，最多两位小数，例如 1200 或 1200.50');
    return Number(yuan) * 100 + Number(fen.padEnd(2, '0'));
  },
  show: (value) => (typeof value === 'number' ? toYuan(value) : ''),
});

/** A decimal number. */
export const decimalColumn: Column = (label, field, { isRequired = false, width = 10 } = {}) => ({
  label,
  field,
  isRequired,
  width,
  read(text) {
    const number = Number(toHalfWidth(text).trim());
    if (!Number.isFinite(number)) throw new CellFault('应为数字');
    return number;
  },
  show: asText,
});

/** One of a table's labels; several labels may mean the same key. */
export function choiceColumn(
  label: string,
  field: string,
  tables: readonly Record<string, string>[],
  { isRequired = false, width = 16 }: { isRequired?: boolean; width?: number } = {},
): SheetColumn {
  const choices = tables.flatMap((table) => Object.entries(table));
  return {
    label,
    field,
    isRequired,
    width,
    read(text) {
      const found = choices.find(([, shown]) => shown === text);
      if (!found) throw new CellFault(`应为：${[...new Set(choices.map(([, shown]) => shown))].join('、')}`);
      return found[0];
    },
    show: (value) => choices.find(([key]) => key === value)?.[1] ?? '',
  };
}
