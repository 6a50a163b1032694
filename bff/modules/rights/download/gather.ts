import { QueryTypes } from 'sequelize';
import { DATA_LABELS } from '../../../contract/rights/tables.ts';
import { database } from '../../../platform/db/database.ts';
import { personalTables, type TableLine } from './tables.ts';

export type Cell = string | number | null;
export type DataRow = Readonly<Record<string, Cell>>;
/** Rows of one table, as they are given out. */
export interface DataTable {
  table: string;
  label: string;
  rows: DataRow[];
  /** Column → why it is not there. */
  leftOut: Readonly<Record<string, string>>;
}

type Held = Exclude<TableLine, string | { withheld: string }>;
const isHeld = (line: TableLine): line is Held => typeof line !== 'string' && 'by' in line;

/** Whose data: the lawyer, and the account that asks. */
export interface Person {
  lawyerId: number;
  accountId: number;
  name: string;
}

/** A column that names a row of another table, by which rows belong to whom that one belongs to. */
const PARENTS: Readonly<Record<string, string>> = {
  application_id: 'applications',
  certificate_id: 'certificates',
  ticket_id: 'tickets',
  payment_id: 'payments',
  registration_id: 'activity_registrations',
  chat_id: 'chats',
};
/** A column that names something by its number → table and column in which it is called something. */
export const CALLED: Readonly<Record<string, readonly [table: string, column: string]>> = {
  activity_id: ['activities', 'title'],
  announcement_id: ['announcements', 'title'],
  campaign_id: ['campaigns', 'title'],
  entry_id: ['faq_entries', 'question'],
  firm_id: ['firms', 'name'],
  type_id: ['certificate_types', 'label'],
};
/** `order_id` names a row of another table in each of these tables. */
const ORDERS: Readonly<Record<string, string>> = { bulk_items: 'bulk_orders', paper_copies: 'paper_orders' };
/** Columns in which colleagues of the association are named: a member reads of the association, not of a person. */
const STAFF_NAMES = /(^|_)by(_name)?$|^assignee_name$/;

/**
 * Everything that the tables hold about a lawyer, as `personal-data.ts` says: one table after the other, columns left out
 * as written there. Also what stays out altogether, and why.
 */
export async function gatherTables(person: Person): Promise<{ tables: DataTable[]; withheld: [string, string][] }> {
  const lines = Object.entries(personalTables.answer);
  const known = new Map<string, number[]>();
  const names = new Map<string, string>();
  const tables: DataTable[] = [];
  for (const [table, line] of lines) {
    if (!isHeld(line)) continue;
    const rows = await withNames(await rowsOf(table, line, person, known), names);
    if (rows.length > 0) tables.push({ table, label: DATA_LABELS[table] ?? table, rows, leftOut: line.leftOut ?? {} });
  }
  const withheld = lines.flatMap(([table, line]): [string, string][] =>
    typeof line !== 'string' && 'withheld' in line ? [[table, line.withheld]] : [],
  );
  return { tables, withheld };
}

async function rowsOf(table: string, line: Held, person: Person, known: Map<string, number[]>): Promise<DataRow[]> {
  const found = await select(table, line, person, known);
  const leftOut = new Set(Object.keys(line.leftOut ?? {}));
  return found.map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([column]) => !leftOut.has(column))
        .map(([column, value]) => [column, isOfStaff(row, column, person) ? '协会工作人员' : value]),
    ),
  );
}

/** The column that says what is called so where a row names it by its number. */
export const calledBy = (column: string): string => column.replace(/_id$/, '_called');

/** Rows with what their numbers stand for: a registration says for which activity. */
async function withNames(rows: readonly DataRow[], names: Map<string, string>): Promise<DataRow[]> {
  const named: DataRow[] = [];
  for (const row of rows) {
    const added: Record<string, Cell> = {};
    for (const [column, [table, called]] of Object.entries(CALLED)) {
      const id = row[column];
      if (typeof id !== 'number' || id === 0) continue;
      const key = `${table} ${id}`;
      if (!names.has(key)) names.set(key, await nameIn(table, called, id));
      added[calledBy(column)] = names.get(key) ?? '';
    }
    named.push({ ...row, ...added });
  }
  return named;
}

async function nameIn(table: string, column: string, id: number): Promise<string> {
  const [found] = await database.sequelize.query<{ called: string }>(
    `SELECT ${column} AS called FROM ${table} WHERE id = ?`,
    { replacements: [id], type: QueryTypes.SELECT },
  );
  return found?.called ?? '';
}

/** Whether a cell names a colleague of the association: no row that a member or a firm has written does. */
function isOfStaff(row: DataRow, column: string, { name }: Person): boolean {
  const value = row[column];
  if (!STAFF_NAMES.test(column) || typeof value !== 'string' || value === '' || value === name) return false;
  return !['member', 'firm', 'lawyer', 'system'].includes(String(row['by_kind'] ?? ''));
}

async function select(table: string, line: Held, person: Person, known: Map<string, number[]>): Promise<DataRow[]> {
  const columns = new Set(Object.keys(await database.sequelize.getQueryInterface().describeTable(table)));
  const parts: { sql: string; values: (string | number)[] }[] = [];
  for (const by of [line.by].flat() as string[])
    parts.push(...(await conditionOf({ table, by, line, columns }, person, known)));
  if (parts.length === 0) return [];
  const where = parts.map(({ sql }) => `(${sql})`).join(' OR ');
  return database.sequelize.query<DataRow>(`SELECT * FROM ${table} WHERE ${where} ORDER BY 1`, {
    replacements: parts.flatMap(({ values }) => values),
    type: QueryTypes.SELECT,
  });
}

interface Column {
  table: string;
  by: string;
  line: Held;
  columns: ReadonlySet<string>;
}

/** The condition under which rows of a table are the person's; none where the table is about firms. */
async function conditionOf(
  { table, by, line, columns }: Column,
  person: Person,
  known: Map<string, number[]>,
): Promise<{ sql: string; values: (string | number)[] }[]> {
  const is = (id: number) => [{ sql: `${by} = ?`, values: [id] }];
  if (by === 'account_id') return is(person.accountId);
  if (by === 'lawyer_id') return is(person.lawyerId);
  if (by === 'firm_id') return [];
  if (by === 'id') return table === 'firms' ? [] : is(table === 'accounts' ? person.accountId : person.lawyerId);
  const kind = by.replace(/_id$/, '_kind');
  if (columns.has(kind)) {
    if (line.of !== 'application') return [{ sql: `${kind} = 'lawyer' AND ${by} = ?`, values: [person.lawyerId] }];
    const ids = await idsOf('applications', person, known);
    return ids.length === 0 ? [] : [{ sql: `${kind} = 'application' AND ${by} IN (${marks(ids)})`, values: ids }];
  }
  const parent = by === 'order_id' ? ORDERS[table] : PARENTS[by];
  if (parent === undefined) throw new Error(`${table}.${by}: nobody knows whose rows these are`);
  const ids = await idsOf(parent, person, known);
  return ids.length === 0 ? [] : [{ sql: `${by} IN (${marks(ids)})`, values: ids }];
}

const marks = (ids: readonly number[]) => ids.map(() => '?').join(', ');

/** Ids of the person's rows in a table that others hang on. */
async function idsOf(table: string, person: Person, known: Map<string, number[]>): Promise<number[]> {
  const before = known.get(table);
  if (before) return before;
  const line = personalTables.answer[table];
  const rows = line !== undefined && isHeld(line) ? await select(table, line, person, known) : [];
  const ids = rows.map((row) => Number(row['id']));
  known.set(table, ids);
  return ids;
}
