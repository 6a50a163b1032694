import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { SubjectKind } from '../../../contract/registry/enums.ts';
import { defineModel } from '../../../platform/db/models.ts';

/** A name with look-alikes that a reviewer let pass for that member. */
export class ConfirmedName extends Model<InferAttributes<ConfirmedName>, InferCreationAttributes<ConfirmedName>> {
  declare id: CreationOptional<number>;
  declare subjectKind: SubjectKind;
  declare subjectId: number;
  declare name: string;
  declare confirmedBy: string;
  declare confirmedAt: number;
}
defineModel(
  ConfirmedName,
  {
    id: { type: DataTypes.BIGINT, autoIncrement: true, primaryKey: true },
    subjectKind: DataTypes.STRING,
    subjectId: DataTypes.BIGINT,
    name: DataTypes.STRING,
    confirmedBy: DataTypes.STRING,
    confirmedAt: DataTypes.BIGINT,
  },
  { tableName: 'confirmed_names' },
);
