import { addDays } from '../../contract/dates.ts';
import { toLatinName, toPlainName } from '../../contract/names.ts';
import { comparedPhone, writtenPhone } from '../../contract/phones.ts';
import { toPlainCharacters } from '../../contract/plain-characters.ts';
import { readDecimal, readPlainDate, readYuan, toHalfWidth, toPlainNumber, toYuan } from '../../contract/text.ts';
import { CellFault, type SheetColumn } from './sheet-kind.ts';

interface Shape {
  isRequired?: boolean;
  width?: number;
}
type Column = (label: string, field: string, more?: Shape) => SheetColumn;

const asText = (value: unknown) => (value === null || value === undefined ? '' : String(value as string | number));

/** A column of words or numbers, in the characters that they show. */
export const textColumn = (
  label: string,
  field: string,
  { isRequired = false, width = 20, ...more }: Shape & Pick<SheetColumn, 'compared' | 'suggests'> = {},
): SheetColumn => ({
  label,
  field,
  isRequired,
  width,
  read: toPlainCharacters,
  show: asText,
  ...more,
});

/** A name of a person or a firm, as it is kept: who only types it otherwise changes nothing, one of long ago neither. */
export const nameColumn: Column = (label, field, more) => ({
  ...textColumn(label, field, more),
  isName: true,
  compared: toPlainName,
  read: toPlainName,
});

/** An address for mail, full width or not. */
export const emailColumn = (label: string, field: string): SheetColumn => ({
  ...textColumn(label, field, { width: 28 }),
  also: ['电子邮箱', '电子邮件', '邮件地址'],
  isContact: true,
  read: toHalfWidth,
});

/** A name in Latin letters, as it is kept. */
export const latinNameColumn = (label: string, field: string): SheetColumn => ({
  ...textColumn(label, field),
  read: toLatinName,
});

/** A number of a licence, a code or a card, however it is grouped. */
export const numberColumn: Column = (label, field, { isRequired = false, width = 22 } = {}) => ({
  label,
  field,
  isRequired,
  width,
  read: toPlainNumber,
  show: asText,
});

/** A telephone number, as it is written there. */
export const phoneColumn = (label: string, field: string): SheetColumn => ({
  ...textColumn(label, field),
  also: ['联系电话', '电话号码', '手机', '手机号', '手机号码'],
  isContact: true,
  compared: comparedPhone,
  read: writtenPhone,
});

/** Day 0 of Excel's calendar, which counts a 29 February 1900. */
const EXCEL_DAY_0 = '1899-12-30';

/** A day: 2026-11-22, 2026/11/22, 2026.11.22, 2026年11月22日, or a date of Excel, formatted or as its number. */
export const dateColumn: Column = (label, field, { isRequired = false, width = 14 } = {}) => ({
  label,
  field,
  isRequired,
  width,
  read(text, counted) {
    // 1954 to 2064; nobody writes a day so otherwise.
    if (/^[2-5]\d{4}(?:\.\d+)?$/.test(text)) return counted ?? addDays(EXCEL_DAY_0, Math.floor(Number(text)));
    const date = readPlainDate(text);
    if (date === null) throw new CellFault('日期格式应为 2026-11-22');
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
    const fen = readYuan(text);
    if (Number.isNaN(fen)) throw new CellFault('金额应为数字，最多两位小数，例如 1200 或 1,200.50');
    return fen;
  },
  show: (value) => (typeof value === 'number' ? toYuan(value) : ''),
});

/** More than that nobody counts; what is allowed of it the row's own rule says. */
const DECIMALS = 4;

/** A decimal number. */
export const decimalColumn: Column = (label, field, { isRequired = false, width = 10 } = {}) => ({
  label,
  field,
  isRequired,
  width,
  read(text) {
    const number = readDecimal(text, DECIMALS);
    if (Number.isNaN(number)) throw new CellFault('应为数字，例如 3 或 1.5');
    return number;
  },
  show: asText,
});

/** A year: 2026, 2026年, 2026年度. */
export const yearColumn: Column = (label, field, { isRequired = false, width = 10 } = {}) => ({
  label,
  field,
  isRequired,
  width,
  read(text) {
    const year = /^(\d{4})(?:\.0+)?\s*(?:年度?)?$/.exec(toHalfWidth(text))?.[1];
    if (year === undefined) throw new CellFault('应为年份，例如 2026');
    return Number(year);
  },
  show: asText,
});

/** A label as it is compared: full width, capitals, brackets and blanks do not matter, nor what a sheet makes of 1. */
const spelled = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/^(\d+)\.0+$/, '$1');

/** One of a table's labels; several labels may mean the same key. `synonyms`: other words for a key, in small letters, blanks left out. */
export function choiceColumn(
  label: string,
  field: string,
  tables: readonly Record<string, string>[],
  {
    isRequired = false,
    width = 16,
    synonyms = {},
  }: { isRequired?: boolean; width?: number; synonyms?: Record<string, string> } = {},
): SheetColumn {
  const choices = tables.flatMap((table) => Object.entries(table));
  const known = new Map([
    ...choices.map(([key, shown]) => [spelled(shown), key] as const),
    ...Object.entries(synonyms),
  ]);
  return {
    label,
    field,
    isRequired,
    width,
    choices: [...new Set(choices.map(([, shown]) => shown))],
    read(text) {
      const found = known.get(spelled(text));
      if (found === undefined)
        throw new CellFault(`应为：${[...new Set(choices.map(([, shown]) => shown))].join('、')}`);
      return found;
    },
    show: (value) => choices.find(([key]) => key === value)?.[1] ?? '',
  };
}
