import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { ContactField } from '../../../contract/activation/enums.ts';
import type { SubjectKind } from '../../../contract/registry/enums.ts';
import { defineModel } from '../../../platform/db/models.ts';

/** A registered contact until somebody of the staff changed it. */
export class FormerContact extends Model<InferAttributes<FormerContact>, InferCreationAttributes<FormerContact>> {
  declare id: CreationOptional<number>;
  declare subjectKind: SubjectKind;
  declare subjectId: number;
  declare field: ContactField;
  /** Empty: there was none. */
  declare value: string;
  declare changedAt: number;
  /** The staff account that changed it, or asked for it where two persons were needed. */
  declare changedBy: number;
}
defineModel(
  FormerContact,
  {
    id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
    subjectKind: DataTypes.STRING,
    subjectId: DataTypes.BIGINT,
    field: DataTypes.STRING,
    value: DataTypes.STRING,
    changedAt: DataTypes.BIGINT,
    changedBy: DataTypes.BIGINT,
  },
  { tableName: 'former_contacts' },
);
