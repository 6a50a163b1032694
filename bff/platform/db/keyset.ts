import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { countCapped, TOTAL_CAP } from './capped-count.ts';
import { selectUnchecked } from './database.ts';
import { checkRows, type RowSchema } from './rows.ts';

const DEFAULT_LIMIT = 20;

/** A piece of a WHERE clause; `?` stand for `values` in order. */
export interface Condition {
  sql: string;
  values: unknown[];
}

/**
 * A list in the order of one column and, among equals, of the id. A column without equals (the id itself, a number
 * under a unique key) is both `by` and `id`: MySQL sorts every match when a unique column is followed by another.
 */
export interface ListQuery<Row extends object> {
  row: RowSchema<Row>;
  columns: string;
  from: string;
  /** What to count instead of `from`, when its joins neither add rows nor take any away. */
  counted?: string;
  where: Condition[];
  order: { by: string; id: string; direction: 'ascending' | 'descending' };
  cursor?: string | undefined;
  limit?: number | undefined;
  /** How it is read: `selectAlike` where it takes next to no time and many ask, each for their own. */
  read?: (sql: string, values: unknown[]) => Promise<object[]>;
}

export type Order = ListQuery<object>['order'];

export type OrderOf<Column extends string> = Column | `-${Column}`;

/** The order of `asked` (`column`, or `-column` for the largest first) among the columns that may be sorted by, or another. */
export function orderOf<Column extends string>(
  asked: OrderOf<Column> | undefined,
  columns: Readonly<Record<Column, Pick<Order, 'by' | 'id'>>>,
  otherwise: Order,
): Order {
  if (asked === undefined) return otherwise;
  const column = asked.replace(/^-/, '') as Column;
  return { ...columns[column], direction: asked === column ? 'ascending' : 'descending' };
}

export interface ListPage<Row> {
  items: Row[];
  next: string | null;
  total: number;
  totalIsCapped: boolean;
}

type Position = [value: string | number, id: string | number];

/**
 * One page of a list, as the contract's Page: rows after the cursor, the next cursor, and a total that stops counting
 * at TOTAL_CAP. Costs the same on every page, since it seeks by index instead of skipping rows. Throws `bad_request`
 * for a cursor that is none of ours.
 */
export async function selectPage<Row extends object>(list: ListQuery<Row>): Promise<ListPage<Row>> {
  const limit = list.limit ?? DEFAULT_LIMIT;
  const all = conjunction(list.where);
  const after = list.cursor === undefined ? [] : [afterPosition(list.order, readCursor(list.cursor))];
  const wanted = conjunction([...list.where, ...after]);
  const { by, id, direction } = list.order;
  const sense = direction === 'ascending' ? 'ASC' : 'DESC';
  const sql =
    `SELECT ${list.columns}, ${by} AS position_value, ${id} AS position_id FROM ${list.from}${wanted.sql}` +
    ` ORDER BY ${by} ${sense}${by === id ? '' : `, ${id} ${sense}`} LIMIT ?`;
  const { read = selectUnchecked } = list;
  const rows = (await read(sql, [...wanted.values, limit + 1])) as Positioned<Row>[];
  checkRows(list.row, sql, () => rows.map(withoutOurOwn));
  // A list of one page has been counted by reading it.
  const isOnePage = list.cursor === undefined && rows.length <= limit;
  const total = isOnePage ? rows.length : await countCapped(list.counted ?? list.from, all, read);
  const shown = rows.slice(0, limit);
  return {
    next: rows.length > limit ? cursorAfter(shown.at(-1)) : null,
    items: withoutPositions(shown),
    total: Math.min(total, TOTAL_CAP),
    totalIsCapped: total > TOTAL_CAP,
  };
}

const withoutOurOwn = <Row>({ position_value: _value, position_id: _id, asker_no: _no, ...row }: Positioned<Row>) =>
  row;

type Positioned<Row> = Row & {
  asker_no?: undefined;
  position_value?: string | number | undefined;
  position_id?: number | undefined;
};

function cursorAfter<Row>(last: Positioned<Row> | undefined): string | null {
  if (last?.position_value === undefined || last.position_id === undefined) return null;
  return writeCursor([last.position_value, last.position_id]);
}

/** JSON leaves out what is undefined; to take the properties away would cost as much as to write the page as JSON. */
function withoutPositions<Row>(rows: Positioned<Row>[]): Row[] {
  for (const row of rows) row.position_value = row.position_id = undefined;
  return rows;
}

/** All of them, as a WHERE clause; '' of none. */
export function conjunction(conditions: Condition[]): Condition {
  if (conditions.length === 0) return { sql: '', values: [] };
  return {
    sql: ` WHERE ${conditions.map(({ sql }) => `(${sql})`).join(' AND ')}`,
    values: conditions.flatMap(({ values }) => values),
  };
}

// MySQL seeks for this form; for the tuple form (a, id) < (?, ?) it reads the whole index.
function afterPosition({ by, id, direction }: ListQuery<object>['order'], [value, lastId]: Position): Condition {
  const than = direction === 'ascending' ? '>' : '<';
  if (by === id) return { sql: `${id} ${than} ?`, values: [lastId] };
  return { sql: `${by} ${than}= ? AND (${by} ${than} ? OR ${id} ${than} ?)`, values: [value, value, lastId] };
}

function writeCursor(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

function readCursor(cursor: string): Position {
  const position = parseJson(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (
    Array.isArray(position) &&
    position.length === 2 &&
    position.every((part) => typeof part === 'string' || Number.isSafeInteger(part))
  ) {
    return position as Position;
  }
  throw new AppError('bad_request', { message: '分页位置无效，请从第一页重新查看' });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Values that begin with `prefix`, by index; for columns compared byte by byte. */
export function startsWith(column: string, prefix: string): Condition {
  // U+10FFFF sorts after every character that a name can hold.
  return { sql: `${column} >= ? AND ${column} < ?`, values: [prefix, `${prefix}\u{10FFFF}`] };
}

const manyRow = z.strictObject({ n: z.int() });

/**
 * The same for a table (with its alias) that is listed in the order of another column. Few values are found by the index of
 * theirs and then sorted; of many, the walk through the list meets some soon. MySQL knows which it is. SQLite keeps no
 * histograms: there, a plus before a column takes its index away (MySQL reads over it).
 */
export async function startsWithInList(
  table: string,
  column: string,
  prefix: string,
): Promise<{ where: Condition; areMany: boolean; areNone: boolean }> {
  const found = startsWith(column, prefix);
  const [row] = await selectUnchecked(
    `SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM ${table} WHERE ${found.sql} LIMIT ?) AS some_rows`,
    [...found.values, TOTAL_CAP + 1],
  );
  const { n } = manyRow.parse(row);
  const areMany = n > TOTAL_CAP;
  return { areMany, areNone: n === 0, where: areMany ? startsWith(`+${column}`, prefix) : found };
}

/** Columns of words one of which has `term` anywhere, whatever its case; each row is looked at, so keep them few. */
export function containsAny(columns: readonly string[], term: string): Condition {
  const pattern = `%${term.replace(/[!%_]/g, '!$&')}%`;
  return {
    sql: columns.map((column) => `${column} LIKE ? ESCAPE '!'`).join(' OR '),
    values: columns.map(() => pattern),
  };
}

/**
 * `(?, ?, …)` and its values for IN. The list is filled up to a power of two with its own last value, so that lists of
 * every length share a few prepared statements.
 */
export function inList(values: readonly (string | number)[]): Condition {
  const last = values.at(-1);
  if (last === undefined) return { sql: '(NULL)', values: [] };
  const size = 2 ** Math.ceil(Math.log2(values.length));
  const filled = [...values, ...Array.from({ length: size - values.length }, () => last)];
  return { sql: `(${filled.map(() => '?').join(', ')})`, values: filled };
}
