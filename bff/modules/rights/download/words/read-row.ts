import { toShanghaiMinute } from '../../../../contract/dates.ts';
import { toYuan } from '../../../../contract/text.ts';
import type { Cell, DataRow } from '../gather.ts';
import { CODES } from './codes.ts';
import { MEMBER_COLUMNS, OF_TABLE } from './member-columns.ts';
import { SERVICE_COLUMNS } from './service-columns.ts';

/**
 * Columns by which the program finds its way, and contents that stand whole elsewhere in the file: of no use to somebody who
 * reads. They are in the JSON all the same.
 */
const OF_THE_PROGRAM = new Set(
  'about activity_id appid applicant_kind asked_by asker_kind base by_kind client_version code_tries content data done_left figures idempotency_key intake key last_seq letter mchid member_kind member_read name_key open_key orders owner_kind page person placed_at queue queue_due_at read region reminded_for requested_by roles schema_version seq serial served_from sha256 signer staff_read storage_key subject_kind tied_key tied_kind version voided_by watch_at wechat'.split(
    ' ',
  ),
);
const isOfTheProgram = (table: string, column: string): boolean =>
  OF_THE_PROGRAM.has(column) || /_ms$|(^|_)id$/.test(column) || (column === 'wanted' && table === 'profile_changes');

/** What a column is called; null: nobody reads it. One that nobody has named goes by itself: a test finds it first. */
export function columnLabel(table: string, column: string): string | null {
  const own = OF_TABLE[`${table}.${column}`];
  if (own !== undefined) return own;
  if (isOfTheProgram(table, column)) return null;
  return MEMBER_COLUMNS[column] ?? SERVICE_COLUMNS[column] ?? column;
}

/** Names of columns that answer yes or no. */
const FLAG = /^(is|has|may)_|^by_(mail|wechat)$|^said_none$|^since_first_practice$/;

/** A cell as people read it: times of Shanghai, yuan, hours, words for codes. '': nothing. */
function cellWords(table: string, column: string, cell: Cell): string {
  if (cell === null || cell === '') return '';
  if (FLAG.test(column)) return Number(cell) === 1 ? '是' : '否';
  if (/_(at|until|from)$|^at$/.test(column) && typeof cell === 'number') return cell > 0 ? toShanghaiMinute(cell) : '';
  if (column.endsWith('_fen')) return `${toYuan(Number(cell))}元`;
  if (column.endsWith('tenths')) return `${Number(cell) / 10}`;
  const words = String(cell);
  const codes = CODES[`${table}.${column}`] ?? CODES[column];
  if (!codes) return words === '{}' || words === '[]' ? '' : words;
  const parts = words.split(/[,\s]+/).filter(Boolean);
  return parts.map((part) => codes[part] ?? part).join('、');
}

/** A row of the own data in words: what is called how, and what it says. What says nothing is not there. */
export function readRow(table: string, row: DataRow): [label: string, words: string][] {
  return Object.entries(row).flatMap(([column, cell]): [string, string][] => {
    const label = columnLabel(table, column);
    if (label === null) return [];
    const words = cellWords(table, column, cell);
    return words === '' ? [] : [[label, words]];
  });
}
