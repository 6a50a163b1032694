import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { FileKind } from '../../contract/files/enums.ts';
import { defineModel } from '../../platform/db/models.ts';

export type Intake = 'proof' | 'desk';
/** unscanned: there was no scanner; pending: it has not answered. */
export type Scan = 'unscanned' | 'pending' | 'clean' | 'infected';

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
  /** What it was uploaded for: as proof of a form, or to be read at the desk. */
  declare intake: CreationOptional<Intake>;
  /** Encrypted where it is stored; only files from before every one was are not. */
  declare isEncrypted: CreationOptional<boolean>;
  declare isIdentity: CreationOptional<boolean>;
  declare scan: CreationOptional<Scan>;
  /** SHA-256 of what was stored; '' of files from before it was kept. */
  declare contentHash: CreationOptional<string>;
  /** Why it was taken away after it was sent; null: it was not. */
  declare removedWhy: CreationOptional<'withdrawn' | 'expired' | 'infected' | null>;
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
    intake: { type: DataTypes.STRING, defaultValue: 'proof' },
    isEncrypted: { type: DataTypes.BOOLEAN, defaultValue: false },
    isIdentity: { type: DataTypes.BOOLEAN, defaultValue: false },
    scan: { type: DataTypes.STRING, defaultValue: 'unscanned' },
    contentHash: { type: DataTypes.STRING, defaultValue: '' },
    removedWhy: DataTypes.STRING,
  },
  { tableName: 'uploads' },
);
