import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { ReviewRule } from '../../../contract/review/enums.ts';
import { defineModel } from '../../../platform/db/models.ts';

/** Doubts of one rule over which an application was approved, and why; staff read it, members do not. */
export class OverruledDoubt extends Model<InferAttributes<OverruledDoubt>, InferCreationAttributes<OverruledDoubt>> {
  declare id: CreationOptional<number>;
  declare applicationId: number;
  declare rule: ReviewRule;
  /** How many subjects the rule found in doubt. */
  declare subjects: number;
  declare words: string;
  declare accountId: number;
  declare byName: string;
  declare at: number;
}
defineModel(
  OverruledDoubt,
  {
    id: { type: DataTypes.BIGINT, autoIncrement: true, primaryKey: true },
    applicationId: DataTypes.BIGINT,
    rule: DataTypes.STRING,
    subjects: DataTypes.BIGINT,
    words: DataTypes.STRING,
    accountId: DataTypes.BIGINT,
    byName: DataTypes.STRING,
    at: DataTypes.BIGINT,
  },
  { tableName: 'overruled_doubts' },
);
