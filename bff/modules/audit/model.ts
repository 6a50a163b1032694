import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { AuditAction } from '../../contract/enums.ts';
import { defineModel } from '../../platform/db/models.ts';

/** One line of 操作日志. Never updated, never deleted. */
export class AuditEntry extends Model<InferAttributes<AuditEntry>, InferCreationAttributes<AuditEntry>> {
  declare id: CreationOptional<number>;
  declare at: number;
  declare accountId: number | null;
  declare actor: string;
  declare action: AuditAction;
  declare targetKind: string;
  declare targetId: number;
  declare target: string;
  declare detail: string;
  declare address: string;
  declare mac: string;
}

/** A link of the chain over the log: covers all entries since the seal before. */
export class AuditSeal extends Model<InferAttributes<AuditSeal>, InferCreationAttributes<AuditSeal>> {
  declare id: CreationOptional<number>;
  declare untilEntryId: number;
  declare digest: string;
  declare sealedAt: number;
}

const id = () => ({ type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true });
const string = () => ({ type: DataTypes.STRING, allowNull: false });
const number = () => ({ type: DataTypes.BIGINT, allowNull: false });

defineModel(
  AuditEntry,
  {
    id: id(),
    at: number(),
    accountId: { type: DataTypes.BIGINT },
    actor: string(),
    action: string(),
    targetKind: string(),
    targetId: number(),
    target: string(),
    detail: string(),
    address: string(),
    mac: string(),
  },
  { tableName: 'audit_entries' },
);
defineModel(
  AuditSeal,
  { id: id(), untilEntryId: number(), digest: string(), sealedAt: number() },
  { tableName: 'audit_seals' },
);
