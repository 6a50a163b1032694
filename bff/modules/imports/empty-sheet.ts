import { Readable } from 'node:stream';
import { IMPORT_KINDS, MAX_RUN_ROWS, type ImportKind } from '../../contract/imports/enums.ts';
import { importables } from './importable.ts';
import type { SheetColumn } from './sheet-kind.ts';

/** Rows that Excel offers the lists of words in, the header apart. */
const LISTED_ROWS = MAX_RUN_ROWS + 1;
/** A list within a cell's validation; Excel takes no longer one. */
const LONGEST_LIST = 255;

/**
 * A sheet with nothing but its header, frozen, to be filled in, with the words that may be chosen; a star marks what
 * somebody new needs. A row as an example, and what is understood, stand on sheets behind it, so that nobody brings them in.
 */
export async function emptySheet({ kind }: { kind: ImportKind }): Promise<{ stream: Readable; fileName: string }> {
  const { default: exceljs } = await import('exceljs');
  const { columns, example } = importables.answer[kind];
  const name = IMPORT_KINDS[kind];
  const workbook = new exceljs.Workbook();
  const headed = (title: string) => {
    const added = workbook.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 1 }] });
    // The text format keeps long numbers whole.
    added.columns = columns.map((column) => ({
      header: headerOf(column),
      width: column.width,
      style: { numFmt: '@' },
    }));
    added.getRow(1).font = { bold: true };
    return added;
  };
  const sheet = headed(name);
  for (const [at, column] of columns.entries()) {
    const list = listOf(column);
    const letter = sheet.getColumn(at + 1).letter;
    if (list) validationsOf(sheet).add(`${letter}2:${letter}${LISTED_ROWS}`, list);
  }
  headed('示例').addRow(columns.map(({ field }) => example[field] ?? ''));
  const help = workbook.addWorksheet('填写说明', { views: [{ state: 'frozen', ySplit: 1 }] });
  help.addRow(['列', '是否必填', '示例', '可以填写']).font = { bold: true };
  for (const column of columns) {
    const need = column.isRequired ? '新增时必填' : '';
    help.addRow([column.label, need, example[column.field] ?? '', wordsOf(column)]);
  }
  help.columns.forEach((column, at) => (column.width = [22, 12, 30, 60][at] ?? 20));
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
  return { stream: Readable.from([bytes]), fileName: `导入模板-${name}.xlsx` };
}

const headerOf = ({ label, isRequired }: SheetColumn) => (isRequired ? `${label}*` : label);

const wordsOf = ({ choices, suggests, hint = '' }: SheetColumn): string =>
  choices?.join('、') ?? (suggests ? `${suggests.join('、')}等` : hint);

/** What a cell offers: of closed words nothing else is taken, of suggestions anything is. */
function listOf({ choices, suggests }: SheetColumn): object | null {
  const words = choices ?? suggests;
  const list = `"${words?.join(',')}"`;
  if (!words || list.length > LONGEST_LIST) return null;
  const offered = { type: 'list', allowBlank: true, formulae: [list] };
  return choices ? { ...offered, showErrorMessage: true, error: '请从列表中选择' } : offered;
}

/** Whole columns at once: exceljs has it, and its types do not say so. */
const validationsOf = (sheet: object) =>
  (sheet as { dataValidations: { add(range: string, validation: object): void } }).dataValidations;
