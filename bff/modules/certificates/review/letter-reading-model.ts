import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { defineModel } from '../../../platform/db/models.ts';

/** One reviewer's look at the letter of a waiting application; read when `readAt` is there. */
export class LetterReading extends Model<InferAttributes<LetterReading>, InferCreationAttributes<LetterReading>> {
  declare id: CreationOptional<number>;
  declare applicationId: number;
  declare accountId: number;
  declare byName: string;
  declare fingerprint: string;
  declare openedAt: number;
  declare readAt: number | null;
}
defineModel(
  LetterReading,
  {
    id: { type: DataTypes.BIGINT, autoIncrement: true, primaryKey: true },
    applicationId: DataTypes.BIGINT,
    accountId: DataTypes.BIGINT,
    byName: DataTypes.STRING,
    fingerprint: DataTypes.STRING,
    openedAt: DataTypes.BIGINT,
    readAt: DataTypes.BIGINT,
  },
  { tableName: 'letter_readings' },
);
