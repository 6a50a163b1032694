import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { FileKind } from '../../contract/files/enums.ts';
import { defineModel } from '../../platform/db/models.ts';

/** A file that an account uploaded; bound to what it was submitted with. */
export class Upload extends Model<InferAttributes<Upload>, InferCreationAttributes<Upload>> {
  declare id: CreationOptional<number>;
  declare token: string;
  declare accountId: number;
  /** What it is attached to; null: nothing yet. */
  declare ownerKind: string | null;
  declare ownerId: number | null;
  declare name: string;
  declare kind: FileKind;
  declare size: number;
  declare storageKey: string;
  declare createdAt: number;
  declare discardedAt: number | null;
}
defineModel(
  Upload,
  {
    id: { type: DataTypes.BIGINT, autoIncrement: true, primaryKey: true },
    token: DataTypes.STRING,
    accountId: DataTypes.BIGINT,
    ownerKind: DataTypes.STRING,
    ownerId: DataTypes.BIGINT,
    name: DataTypes.STRING,
    kind: DataTypes.STRING,
    size: DataTypes.BIGINT,
    storageKey: DataTypes.STRING,
    createdAt: DataTypes.BIGINT,
    discardedAt: DataTypes.BIGINT,
  },
  { tableName: 'uploads' },
);
