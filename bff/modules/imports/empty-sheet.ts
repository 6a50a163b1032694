import { Readable } from 'node:stream';
import { IMPORT_KINDS, MAX_RUN_ROWS, type ImportKind } from '../../contract/imports/enums.ts';
import { importables } from './importable.ts';
import type { SheetColumn } from './sheet-kind.ts';

/** What an example says in columns without a list of words, by field. */
const EXAMPLES: Record<string, string> = {
  name: '林知远',
  identityNumber: '110101199003070011',
  uscc: '31440000MD0000000X',
  address: '江海市衡正路1号',
  personInCharge: '温书宁',
  firmLicenceNo: '24499199510000001',
  phone: '0700-6880001',
  email: 'name@example.com',
  latinName: 'LIN Zhiyuan',
  year: '2026',
  dueFen: '1200',
  paidFen: '1200',
  hours: '3',
  title: '新律师执业培训',
  documentNo: '江律惩字〔2026〕1号',
  body: '业务发展委员会',
  position: '委员',
};
const LAWYER_NO = '14499202010100001';
const FIRM_NO = '24499199510000001';

/** Rows that Excel offers the lists of words in, the header apart. */
const LISTED_ROWS = MAX_RUN_ROWS + 1;
/** A list within a cell's validation; Excel takes no longer one. */
const LONGEST_LIST = 255;

/**
 * A sheet with nothing but its header, frozen, to be filled in, with the words that may be chosen; a star marks what
 * somebody new needs. An example and what is understood stand on a second sheet, so that nobody brings them in.
 */
export async function emptySheet({ kind }: { kind: ImportKind }): Promise<{ stream: Readable; fileName: string }> {
  const { default: exceljs } = await import('exceljs');
  const { columns } = importables.answer[kind];
  const name = IMPORT_KINDS[kind];
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  // The text format keeps long numbers whole.
  sheet.columns = columns.map((column) => ({ header: headerOf(column), width: column.width, style: { numFmt: '@' } }));
  sheet.getRow(1).font = { bold: true };
  for (const [at, { choices }] of columns.entries()) {
    const list = `"${choices?.join(',')}"`;
    if (!choices || list.length > LONGEST_LIST) continue;
    const letter = sheet.getColumn(at + 1).letter;
    validationsOf(sheet).add(`${letter}2:${letter}${LISTED_ROWS}`, {
      type: 'list',
      allowBlank: true,
      formulae: [list],
      showErrorMessage: true,
      error: '请从列表中选择',
    });
  }
  const help = workbook.addWorksheet('填写说明', { views: [{ state: 'frozen', ySplit: 1 }] });
  help.addRow(['列', '是否必填', '示例', '可以填写']).font = { bold: true };
  for (const column of columns) {
    const need = column.isRequired ? '新增时必填' : '';
    help.addRow([column.label, need, exampleOf(kind, column), column.choices?.join('、') ?? '']);
  }
  help.columns.forEach((column, at) => (column.width = [22, 12, 30, 60][at] ?? 20));
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
  return { stream: Readable.from([bytes]), fileName: `导入模板-${name}.xlsx` };
}

const headerOf = ({ label, isRequired }: SheetColumn) => (isRequired ? `${label}*` : label);

function exampleOf(kind: ImportKind, { field, choices, label }: SheetColumn): string {
  if (choices?.[0] !== undefined) return choices[0];
  if (field === 'licenceNo') return kind === 'firms' ? FIRM_NO : LAWYER_NO;
  if (field === 'memberNo') return LAWYER_NO;
  if (kind === 'firms' && field === 'name') return '江海衡正律师事务所';
  return EXAMPLES[field] ?? (label.endsWith('日期') ? '2026-01-05' : '');
}

/** Whole columns at once: exceljs has it, and its types do not say so. */
const validationsOf = (sheet: object) =>
  (sheet as { dataValidations: { add(range: string, validation: object): void } }).dataValidations;
