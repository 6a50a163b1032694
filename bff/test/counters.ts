import { afterEach, beforeAll } from '@jest/globals';
import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { id, identifier, integer, text } from '../platform/db/columns.ts';
import { database } from '../platform/db/database.ts';
import { createTable } from '../platform/db/ddl.ts';
import { defineModel } from '../platform/db/models.ts';
import { useDatabase } from './database.ts';

/** A row of a table that is no module's, for tests of the database itself. */
export class Counter extends Model<InferAttributes<Counter>, InferCreationAttributes<Counter>> {
  declare id: CreationOptional<number>;
  declare code: string;
  declare shownName: string;
  declare total: number;
}
defineModel(
  Counter,
  {
    id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
    code: { type: DataTypes.STRING(40), allowNull: false },
    shownName: { type: DataTypes.STRING(40), allowNull: false },
    total: { type: DataTypes.BIGINT, allowNull: false },
  },
  { tableName: 'counters' },
);

/** Has its table in a file of tests, empty before each of them. */
export function useCounters(): void {
  useDatabase();
  beforeAll(async () => {
    await createTable(
      database.sequelize.getQueryInterface(),
      'counters',
      { id: id(), code: identifier(40), shown_name: text(40), total: integer() },
      { unique: [['code']] },
    );
  });
  afterEach(() => Counter.destroy({ where: {} }));
}

export const makeCounter = (code: string): Promise<Counter> => Counter.create({ code, shownName: code, total: 0 });
