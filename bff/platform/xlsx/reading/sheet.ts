/** A cell as a person reads it, or why it cannot be taken. */
export type XlsxCell =
  | {
      text: string;
      /** The day that a bare number means in a file that counts days from 1904. */
      day?: string;
    }
  | {
      fault: string;
      /** What a person sees there, where it may be handed back: taken again as it is, it is at fault or what was meant. */
      shown?: string;
    };

export interface XlsxRow {
  /** As Excel numbers it, from 1. */
  number: number;
  /** Not shown by the program the sheet was made with. */
  isHidden: boolean;
  /** From column A; empty cells are empty text. */
  cells: XlsxCell[];
}

/** A sheet of an opened file; `rows` reads it from its beginning, empty rows left out. */
export interface OpenedSheet {
  /** As its tab says. */
  name: string;
  isHidden: boolean;
  /** The part of the package that holds it; absent in files that are none. */
  part?: string;
  rows(): AsyncIterable<XlsxRow>;
}

/** Why a file is not read: what it is, what it takes, or what it lacks. */
export type Unread = 'unreadable' | 'protected' | 'too_large' | 'too_slow' | 'no_sheet' | 'no_heading';
/** Why one that is read is not marked: it bears marks, which may say what is mended by now, or it is no plain .xlsx. */
export type NotXlsxReason = Unread | 'marked_before' | 'other_kind';

/** Thrown for bytes that are no sheet, and for a sheet that takes too much. */
export class NotXlsx extends Error {
  readonly reason: NotXlsxReason;
  constructor(reason: NotXlsxReason, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** As many as a sheet may have. */
export const MAX_ROWS = 1_048_576;
/** Columns that are looked at; no list has a third as many. */
export const MAX_COLUMNS = 100;
/** Characters of one cell: far more than the longest field. */
const MAX_CELL_LENGTH = 4_000;

/** A cell of words. */
export function textCell(text: string): XlsxCell {
  const trimmed = text.trim();
  return trimmed.length > MAX_CELL_LENGTH
    ? { fault: `内容过长，最多${MAX_CELL_LENGTH}字`, shown: trimmed }
    : { text: trimmed };
}

/** `result`: as the cell shows what it calculates. */
export const formulaCell = (result: XlsxCell): XlsxCell => ({
  fault: '不接受公式，请改为数值或文字',
  ...('text' in result ? { shown: result.text } : result.shown !== undefined && { shown: result.shown }),
});
/** `shown` in the way of 1.44E+16: its digits, with zeros for those that are lost, would pass for a number. */
export const lostDigits = (shown: string): XlsxCell => ({
  fault: '数字过长，Excel已丢失末几位，请把该列设为文本格式后重新填写',
  shown,
});
export const booleanCell = (isTrue: boolean): XlsxCell => ({ text: isTrue ? '是' : '否' });
/** Its words stand in the fault: in the cell they would pass for a name. */
export const errorCell = (error: string): XlsxCell => ({ fault: `单元格有错误 ${error.slice(0, 20)}` });

/** How much a row says, in all of its cells. */
export const charactersOf = ({ cells }: XlsxRow): number =>
  cells.reduce((sum, cell) => sum + ('text' in cell ? cell.text : (cell.shown ?? '')).length, 0);

/** The row, unless nothing stands in it. */
export const isFilled = ({ cells }: XlsxRow): boolean => cells.some((cell) => 'fault' in cell || cell.text !== '');
