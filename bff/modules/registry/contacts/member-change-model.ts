import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { MemberChangeField } from '../../../contract/activation/enums.ts';
import type { SubjectKind } from '../../../contract/registry/enums.ts';
import { defineModel } from '../../../platform/db/models.ts';

/** Who of the staff entered a member, or gave it another identity number or head; never the numbers themselves. */
export class MemberChange extends Model<InferAttributes<MemberChange>, InferCreationAttributes<MemberChange>> {
  declare id: CreationOptional<number>;
  declare subjectKind: SubjectKind;
  declare subjectId: number;
  declare field: MemberChangeField;
  /** The staff account, and its name then. */
  declare changedBy: number;
  declare changedByName: string;
  declare changedAt: number;
  /** null: no second person has looked at it. */
  declare confirmedAt: CreationOptional<number | null>;
  declare confirmedByName: CreationOptional<string>;
}
defineModel(
  MemberChange,
  {
    id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
    subjectKind: DataTypes.STRING,
    subjectId: DataTypes.BIGINT,
    field: DataTypes.STRING,
    changedBy: DataTypes.BIGINT,
    changedByName: DataTypes.STRING,
    changedAt: DataTypes.BIGINT,
    confirmedAt: DataTypes.BIGINT,
    confirmedByName: { type: DataTypes.STRING, defaultValue: '' },
  },
  { tableName: 'member_changes' },
);
