import type { Attributes, InitOptions, Model, ModelAttributes, ModelStatic, Optional, Sequelize } from 'sequelize';

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
  models.push((sequelize) => model.init(attributes, { ...options, sequelize }));
}

/** Binds everything declared so far; for `database.open()`. */
export function bindModels(sequelize: Sequelize): void {
  for (const bind of models) bind(sequelize);
}
