import { createHash } from 'node:crypto';
import { QueryTypes, type QueryInterface } from 'sequelize';
import type { Column } from './columns.ts';

type Dialect = 'mysql' | 'sqlite';

/** Keys of a table; each list is one key over those columns, in that order. */
export interface Keys {
  unique?: string[][];
  indexes?: string[][];
}

/**
 * Creates a table and its keys on either engine; does nothing where it exists, so that a migration that stopped half
 * way can run again. A column that refers to a table gets an index, on both engines alike.
 */
export async function createTable(
  q: QueryInterface,
  name: string,
  columns: Record<string, Column>,
  keys: Keys = {},
): Promise<void> {
  const dialect = dialectOf(q);
  const unique = keys.unique ?? [];
  const indexes = withIndexesForReferences(columns, unique, keys.indexes ?? []);
  const lines = Object.entries(columns).map(([column, definition]) => columnSql(dialect, column, definition));
  for (const [column, { references }] of Object.entries(columns)) {
    if (!references) continue;
    const constraint = quote(keyName('fk', name, [column]));
    lines.push(
      `CONSTRAINT ${constraint} FOREIGN KEY (${quote(column)}) REFERENCES ${quote(references.table)} (${quote('id')})` +
        ` ON DELETE ${references.onDelete}`,
    );
  }
  if (dialect === 'mysql') {
    // MySQL has no CREATE INDEX IF NOT EXISTS: the keys are made with the table.
    for (const key of unique) lines.push(`UNIQUE KEY ${quote(keyName('uq', name, key))} ${columnList(key)}`);
    for (const key of indexes) lines.push(`KEY ${quote(keyName('ix', name, key))} ${columnList(key)}`);
  }
  const suffix = dialect === 'mysql' ? ' ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci' : '';
  await q.sequelize.query(`CREATE TABLE IF NOT EXISTS ${quote(name)} (\n  ${lines.join(',\n  ')}\n)${suffix}`);
  if (dialect === 'sqlite') {
    for (const key of unique) await createSqliteKey(q, 'uq', name, key);
    for (const key of indexes) await createSqliteKey(q, 'ix', name, key);
  }
}

/** Drops a table where it exists. */
export async function dropTable(q: QueryInterface, name: string): Promise<void> {
  await q.sequelize.query(`DROP TABLE IF EXISTS ${quote(name)}`);
}

/** Adds a column without foreign key; what is not nullable needs a default. Does nothing where it exists. */
export async function addColumn(q: QueryInterface, table: string, name: string, column: Column): Promise<void> {
  if (column.references) throw new Error('SQLite cannot add a foreign key to a table that exists: make a new table');
  const known = await q.describeTable(table);
  if (name in known) return;
  await q.sequelize.query(`ALTER TABLE ${quote(table)} ADD COLUMN ${columnSql(dialectOf(q), name, column)}`);
}

/** Drops a column that no key uses, where it exists. */
export async function dropColumn(q: QueryInterface, table: string, name: string): Promise<void> {
  const known = await q.describeTable(table);
  if (name in known) await q.sequelize.query(`ALTER TABLE ${quote(table)} DROP COLUMN ${quote(name)}`);
}

/**
 * Lets a column that exists be empty; `column` is what it was. Its keys stay: SQLite's own way is to edit the words of the
 * schema (lang_altertable, "Making Other Kinds Of Table Schema Changes"), a new table would lose them.
 */
export async function makeOptional(q: QueryInterface, table: string, name: string, column: Column): Promise<void> {
  const dialect = dialectOf(q);
  const before = columnSql(dialect, name, { ...column, nullable: false });
  const after = columnSql(dialect, name, { ...column, nullable: true });
  if (dialect === 'mysql') {
    await q.sequelize.query(`ALTER TABLE ${quote(table)} MODIFY COLUMN ${after}`);
    return;
  }
  const [{ version = 0 } = {}] = await q.sequelize.query<{ version?: number }>(
    'SELECT schema_version AS version FROM pragma_schema_version',
    { type: QueryTypes.SELECT },
  );
  await q.sequelize.query('PRAGMA writable_schema = ON');
  await q.sequelize.query("UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = ?", {
    replacements: [`${before},`, `${after},`, table],
  });
  await q.sequelize.query(`PRAGMA schema_version = ${version + 1}`);
  await q.sequelize.query('PRAGMA writable_schema = OFF');
}

/** Adds an index to a table that exists, unless it is there. */
export async function addIndex(q: QueryInterface, table: string, columns: string[]): Promise<void> {
  if (dialectOf(q) === 'sqlite') return createSqliteKey(q, 'ix', table, columns);
  const name = keyName('ix', table, columns);
  if (!(await hasMysqlKey(q, table, name))) {
    await q.sequelize.query(`ALTER TABLE ${quote(table)} ADD INDEX ${quote(name)} ${columnList(columns)}`);
  }
}

/** As `addIndex`, for values that stand only once. */
export async function addUniqueKey(q: QueryInterface, table: string, columns: string[]): Promise<void> {
  if (dialectOf(q) === 'sqlite') return createSqliteKey(q, 'uq', table, columns);
  const name = keyName('uq', table, columns);
  if (!(await hasMysqlKey(q, table, name))) {
    await q.sequelize.query(`ALTER TABLE ${quote(table)} ADD UNIQUE KEY ${quote(name)} ${columnList(columns)}`);
  }
}

/** Drops a key of `addIndex` or `addUniqueKey`, where it exists. */
export async function dropKey(q: QueryInterface, kind: 'ix' | 'uq', table: string, columns: string[]): Promise<void> {
  const name = keyName(kind, table, columns);
  if (dialectOf(q) === 'sqlite') {
    await q.sequelize.query(`DROP INDEX IF EXISTS ${quote(name)}`);
  } else if (await hasMysqlKey(q, table, name)) {
    await q.sequelize.query(`ALTER TABLE ${quote(table)} DROP INDEX ${quote(name)}`);
  }
}

async function hasMysqlKey(q: QueryInterface, table: string, name: string): Promise<boolean> {
  const known = await q.sequelize.query(`SHOW INDEX FROM ${quote(table)} WHERE Key_name = ?`, {
    replacements: [name],
    type: QueryTypes.SELECT,
  });
  return known.length > 0;
}

/** Drops an index that addIndex made, where it exists. */
export async function dropIndex(q: QueryInterface, table: string, columns: string[]): Promise<void> {
  const name = keyName('ix', table, columns);
  const known = (await q.showIndex(table)) as { name: string }[];
  if (known.some((index) => index.name === name)) await q.removeIndex(table, name);
}

function dialectOf(q: QueryInterface): Dialect {
  return q.sequelize.getDialect() as Dialect;
}

function columnSql(dialect: Dialect, name: string, column: Column): string {
  const parts = [quote(name), column[dialect]];
  if (!column.nullable) parts.push('NOT NULL');
  if (column.default !== undefined) parts.push(`DEFAULT ${literal(column.default)}`);
  if (dialect === 'sqlite' && column.maxLength) parts.push(`CHECK (length(${quote(name)}) <= ${column.maxLength})`);
  return parts.join(' ');
}

function withIndexesForReferences(columns: Record<string, Column>, unique: string[][], indexes: string[][]) {
  const all = [...indexes];
  for (const [column, { references }] of Object.entries(columns)) {
    if (references && ![...unique, ...all].some((key) => key[0] === column)) all.push([column]);
  }
  return all;
}

async function createSqliteKey(q: QueryInterface, kind: 'uq' | 'ix', table: string, columns: string[]): Promise<void> {
  const create = kind === 'uq' ? 'CREATE UNIQUE INDEX' : 'CREATE INDEX';
  const name = quote(keyName(kind, table, columns));
  await q.sequelize.query(`${create} IF NOT EXISTS ${name} ON ${quote(table)} ${columnList(columns)}`);
}

/** MySQL allows 64 characters; a longer name ends in a hash so that it stays unique. */
function keyName(kind: 'uq' | 'ix' | 'fk', table: string, columns: string[]): string {
  const name = [kind, table, ...columns].join('_');
  if (name.length <= 64) return name;
  return `${name.slice(0, 55)}_${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}

function quote(identifier: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(identifier)) throw new Error(`not a name for SQL: ${identifier}`);
  return `\`${identifier}\``;
}

function columnList(columns: string[]): string {
  return `(${columns.map(quote).join(', ')})`;
}

function literal(value: string | number): string {
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
