import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { ContactChangeState, ContactField } from '../../../contract/activation/enums.ts';
import type { SubjectKind } from '../../../contract/registry/enums.ts';
import { defineModel } from '../../../platform/db/models.ts';

/** A new contact that could open an account nobody has used yet: it waits for a second person. */
export class ContactChange extends Model<InferAttributes<ContactChange>, InferCreationAttributes<ContactChange>> {
  declare id: CreationOptional<number>;
  declare subjectKind: SubjectKind;
  declare subjectId: number;
  declare field: ContactField;
  declare oldValue: string;
  declare newValue: string;
  /** The staff account that asked, and its name then. */
  declare askedBy: number;
  declare askedByName: string;
  declare askedAt: number;
  declare state: ContactChangeState;
  /** Empty while it waits. */
  declare decidedByName: string;
  declare decidedAt: number | null;
}
defineModel(
  ContactChange,
  {
    id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
    subjectKind: DataTypes.STRING,
    subjectId: DataTypes.BIGINT,
    field: DataTypes.STRING,
    oldValue: DataTypes.STRING,
    newValue: DataTypes.STRING,
    askedBy: DataTypes.BIGINT,
    askedByName: DataTypes.STRING,
    askedAt: DataTypes.BIGINT,
    state: DataTypes.STRING,
    decidedByName: DataTypes.STRING,
    decidedAt: DataTypes.BIGINT,
  },
  { tableName: 'contact_changes' },
);
