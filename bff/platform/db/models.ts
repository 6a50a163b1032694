import type {
  Attributes,
  InitOptions,
  Model,
  ModelAttributes,
  ModelStatic,
  Optional,
  Sequelize,
  Transaction,
} from 'sequelize';

type Initialise = (sequelize: Sequelize) => void;

const models: Initialise[] = [];

/** A model class that can be bound to an opened database. */
type InitialisableModel<M extends Model> = ModelStatic<M> & {
  init(attributes: ModelAttributes<M, Optional<Attributes<M>, never>>, options: InitOptions<M>): unknown;
};

/**
 * Declares the columns of a model when its module is imported; `database.open()` binds it. Column names are the
 * snake_case of attribute names, there are no automatic time stamps.
 */
export function defineModel<M extends Model>(
  model: InitialisableModel<M>,
  attributes: ModelAttributes<M, Optional<Attributes<M>, never>>,
  options: Omit<InitOptions<M>, 'sequelize'> & { tableName: string },
): void {
  models.push((sequelize) =>
    model.init(attributes, { ...options, hooks: { ...options.hooks, ...hooksOf(options.tableName) }, sequelize }),
  );
}

const forgetting: { tables: readonly string[]; forget: () => void }[] = [];

/**
 * Has `forget` called whenever models have written to one of these tables: once the transaction is committed, or at once
 * without one. For what a process remembers of rows; other processes are not heard of, SQL that is no model's only where
 * it says so itself (`tellOfWrite`).
 */
export function whenWritten(tables: readonly string[], forget: () => void): void {
  forgetting.push({ tables, forget });
}

interface Written {
  transaction?: Transaction | null | undefined;
}

/** Says that a table was written to past its model, for those who remember its rows. */
export function tellOfWrite(table: string, { transaction }: Written): void {
  for (const { forget } of forgetting.filter(({ tables }) => tables.includes(table))) {
    if (transaction) transaction.afterCommit(forget);
    else forget();
  }
}

function hooksOf(table: string) {
  const written = (options: Written) => tellOfWrite(table, options);
  const rowWritten = (_row: unknown, options: Written) => written(options);
  return {
    afterCreate: rowWritten,
    afterUpdate: rowWritten,
    afterUpsert: rowWritten,
    afterDestroy: rowWritten,
    afterBulkCreate: rowWritten,
    afterBulkUpdate: written,
    afterBulkDestroy: written,
  };
}

/** Binds everything declared so far; for `database.open()`. */
export function bindModels(sequelize: Sequelize): void {
  for (const bind of models) bind(sequelize);
}
