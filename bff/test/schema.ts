import { QueryTypes, type Sequelize } from 'sequelize';

/** What two engines must have in common; each list sorted, names of keys left out. */
export interface Table {
  columns: Record<string, { kind: string; nullable: boolean; default: string | null }>;
  unique: string[];
  indexes: string[];
  foreignKeys: string[];
}
export type Schema = Record<string, Table>;

/** Tables of the open MySQL or MariaDB database. */
export async function describeMysql(sequelize: Sequelize): Promise<Schema> {
  const columns = await rows<ColumnRow>(
    sequelize,
    `SELECT table_name AS \`table\`, column_name AS name, data_type AS type, character_maximum_length AS length,
            is_nullable = 'YES' AS nullable, column_default AS fallback
     FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY ordinal_position`,
  );
  const keys = await rows<KeyRow>(
    sequelize,
    `SELECT table_name AS \`table\`, index_name AS name, non_unique = 0 AS isUnique, column_name AS \`column\`
     FROM information_schema.statistics WHERE table_schema = DATABASE() AND index_name <> 'PRIMARY'
     ORDER BY table_name, index_name, seq_in_index`,
  );
  const foreignKeys = await rows<ForeignKeyRow>(
    sequelize,
    `SELECT k.table_name AS \`table\`, k.column_name AS \`column\`, k.referenced_table_name AS target,
            r.delete_rule AS onDelete
     FROM information_schema.key_column_usage k
     JOIN information_schema.referential_constraints r
       ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name
     WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL`,
  );
  return assemble(columns, keys, foreignKeys);
}

/** Tables of the open SQLite database. */
export async function describeSqlite(sequelize: Sequelize): Promise<Schema> {
  const from = (pragma: string) =>
    `FROM sqlite_master m JOIN ${pragma} WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'`;
  const columns = await rows<ColumnRow>(
    sequelize,
    `SELECT m.name AS "table", c.name AS name, c.type AS type, NULL AS length, c."notnull" = 0 AND c.pk = 0 AS nullable,
            c.dflt_value AS fallback ${from('pragma_table_info(m.name) c')}`,
  );
  const keys = await rows<KeyRow>(
    sequelize,
    `SELECT m.name AS "table", i.name AS name, i."unique" AS isUnique, x.name AS "column"
     ${from('pragma_index_list(m.name) i JOIN pragma_index_info(i.name) x')} AND i.origin <> 'pk' ORDER BY i.name, x.seqno`,
  );
  const foreignKeys = await rows<ForeignKeyRow>(
    sequelize,
    `SELECT m.name AS "table", f."from" AS "column", f."table" AS target, f.on_delete AS onDelete
     ${from('pragma_foreign_key_list(m.name) f')}`,
  );
  return assemble(columns, keys, foreignKeys);
}

interface ColumnRow {
  table: string;
  name: string;
  type: string;
  length: number | null;
  nullable: number;
  fallback: string | null;
}
interface KeyRow {
  table: string;
  name: string;
  isUnique: number;
  column: string;
}
interface ForeignKeyRow {
  table: string;
  column: string;
  target: string;
  onDelete: string;
}

function rows<Row extends object>(sequelize: Sequelize, sql: string): Promise<Row[]> {
  return sequelize.query<Row>(sql, { type: QueryTypes.SELECT });
}

function assemble(columns: ColumnRow[], keys: KeyRow[], foreignKeys: ForeignKeyRow[]): Schema {
  const schema: Schema = {};
  // `migrations` is umzug's own.
  for (const column of columns.filter(({ table }) => table !== 'migrations')) {
    const table = (schema[column.table] ??= { columns: {}, unique: [], indexes: [], foreignKeys: [] });
    table.columns[column.name] = {
      kind: kindOf(column),
      nullable: Boolean(column.nullable),
      default: defaultOf(column.fallback),
    };
  }
  const byName = Map.groupBy(keys, (key) => `${key.table}.${key.name}`);
  for (const parts of byName.values()) {
    const [first] = parts;
    const table = first && schema[first.table];
    table?.[first?.isUnique ? 'unique' : 'indexes'].push(parts.map(({ column }) => column).join(', '));
  }
  for (const { table, column, target, onDelete } of foreignKeys) {
    // MariaDB reports RESTRICT and NO ACTION alike.
    schema[table]?.foreignKeys.push(`${column} → ${target}, ${onDelete.replace('NO ACTION', 'RESTRICT')}`);
  }
  for (const table of Object.values(schema))
    for (const list of [table.unique, table.indexes, table.foreignKeys]) list.sort();
  return schema;
}

/** One word for the types that the two engines spell differently. */
function kindOf({ type, length }: ColumnRow): string {
  const name = length !== null && /char$/i.test(type) ? `${type}(${length})` : type;
  return name
    .toLowerCase()
    .replace(/^integer$/, 'bigint')
    .replace(/^tinyint.*/, 'tinyint')
    .replace(/^(medium|long)text$/, 'text')
    .replace(/^(medium|long)blob$/, 'blob');
}

function defaultOf(fallback: string | null): string | null {
  return fallback === null || fallback === 'NULL' ? null : fallback.replace(/^'(.*)'$/, '$1');
}
