import type { Attributes, CreationAttributes, LOCK, Model, ModelStatic, Transaction } from 'sequelize';
import { keepsState } from '../singletons.ts';
import { database, selectUnchecked, write } from './database.ts';
import { tellOfWrite } from './models.ts';

/**
 * What models do, by prepared statements at a quarter of the cost: for what happens hundreds of times a second and is
 * handed on as a model. What only looks at a few columns uses `select`.
 */

/**
 * As `Model.create`. The table checks what is written, hooks of the model are not run. Rejects as `write` does.
 */
export async function createRow<M extends Model>(
  model: ModelStatic<M>,
  values: CreationAttributes<M>,
  t: Transaction,
): Promise<M> {
  const row: Record<string, unknown> = { ...defaultsOf(model) };
  for (const [name, value] of Object.entries(values)) if (value !== undefined) row[name] = asKept(value);
  const names = Object.keys(row);
  const sql = statement(`insert ${model.tableName} ${names.join()}`, () => {
    const columns = names.map((name) => columnOf(model, name)).join();
    return `INSERT INTO ${model.tableName} (${columns}) VALUES (${names.map(() => '?').join()})`;
  });
  const { id } = await write(sql, Object.values(row).map(asBound), t);
  tellOfWrite(model.tableName, { transaction: t });
  // As a row that was read: what is not written has the default of the table, and is not known here.
  return asRead(model, { ...row, id });
}

/**
 * As `row.update` for columns that hold no JSON: writes them, and the row says so. The SQL has to change something, as with
 * `write`.
 */
export async function updateRow<M extends Model>(
  row: M & { id: number },
  values: Partial<Attributes<M>>,
  t: Transaction,
): Promise<M> {
  const model = row.constructor as ModelStatic<M>;
  const names = Object.keys(values);
  const sql = statement(`update ${model.tableName} ${names.join()}`, () => {
    const columns = names.map((name) => `${columnOf(model, name)} = ?`).join();
    return `UPDATE ${model.tableName} SET ${columns} WHERE id = ?`;
  });
  await write(sql, [...Object.values(values).map(asBound), row.id], t);
  tellOfWrite(model.tableName, { transaction: t });
  return row.set(values as never, { raw: true });
}

/** As `Model.findAll`, by equal values, in the order of the ids; locked, where a lock is named. */
export async function findRows<M extends Model>(
  model: ModelStatic<M>,
  where: Partial<Attributes<M>>,
  t: Transaction,
  lock?: LOCK,
): Promise<M[]> {
  const names = Object.keys(where);
  const sql = statement(`find ${model.tableName} ${names.join()} ${lock ?? ''}`, () => {
    const columns = Object.keys(model.getAttributes()).map((name) => `${columnOf(model, name)} AS \`${name}\``);
    const wanted = names.map((name) => `${columnOf(model, name)} = ?`).join(' AND ');
    return `SELECT ${columns.join()} FROM ${model.tableName} WHERE ${wanted} ORDER BY id${lockOf(lock, t)}`;
  });
  return (await selectUnchecked(sql, Object.values(where), t)).map((row) => asRead(model, row));
}

/** A transaction of SQLite is alone with the database anyway: Sequelize says that it has no locks. */
const lockOf = (lock: LOCK | undefined, t: Transaction): string =>
  lock === undefined || !locks() ? '' : lock === t.LOCK.UPDATE ? ' FOR UPDATE' : ' LOCK IN SHARE MODE';

const locks = () =>
  (database.sequelize as unknown as { dialect: { supports: { lock?: boolean } } }).dialect.supports.lock === true;

/** Ends an INSERT that writes nothing where the key collides; a plain INSERT IGNORE would swallow every other fault as well. */
export const unlessThere = (key: string): string =>
  database.dialect === 'mysql' ? 'ON DUPLICATE KEY UPDATE id = id' : `ON CONFLICT (${key}) DO NOTHING`;

/** What is an object stands in a column of JSON (json-column.ts). */
const asKept = (value: unknown) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value);

/** Yes and no are numbers on both engines. */
const asBound = (value: unknown) => (typeof value === 'boolean' ? Number(value) : value);

const asRead = <M extends Model>(model: ModelStatic<M>, row: object): M =>
  model.build(row as never, { raw: true, isNewRecord: false });

const columnOf = (model: ModelStatic<Model>, name: string) => `\`${model.getAttributes()[name]?.field}\``;

const defaults = new Map<string, Readonly<Record<string, unknown>>>();
const statements = new Map<string, string>();
keepsState(() => {
  defaults.clear();
  statements.clear();
});

/** Made once for each way in which somebody writes, or asks: there are as many as places in the code. */
function statement(what: string, make: () => string): string {
  const sql = statements.get(what) ?? make();
  statements.set(what, sql);
  return sql;
}

function defaultsOf(model: ModelStatic<Model>) {
  const known = defaults.get(model.tableName);
  if (known) return known;
  const given = Object.entries(model.getAttributes()).filter(([, { defaultValue }]) => defaultValue !== undefined);
  const read = Object.fromEntries(given.map(([name, { defaultValue }]) => [name, asKept(defaultValue)]));
  defaults.set(model.tableName, read);
  return read;
}
