import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { id, string, number } from '../../platform/db/attributes.ts';
import type { AuditAction } from '../../contract/audit/enums.ts';
import { defineModel } from '../../platform/db/models.ts';

/** One line of 操作日志. Never deleted; updated once, to take its place in the chain (chain-audit.ts). */
export class AuditEntry extends Model<InferAttributes<AuditEntry>, InferCreationAttributes<AuditEntry>> {
  declare id: CreationOptional<number>;
  declare at: number;
  declare accountId: number | null;
  declare actor: string;
  declare action: AuditAction;
  declare targetKind: string;
  declare targetId: number;
  declare target: string;
  /** Derived from `target`, to be found by; not covered by the MAC. */
  declare targetNumber: string | null;
  declare detail: string;
  declare address: string;
  declare mac: string;
  declare nonce: string | null;
  declare evidence: CreationOptional<string | null>;
  declare keyId: string | null;
  declare chainNo: number | null;
  declare previousHash: string | null;
  declare hash: string | null;
}

/** Where the chain of entries ends; one row. */
export class AuditChain extends Model<InferAttributes<AuditChain>, InferCreationAttributes<AuditChain>> {
  declare id: CreationOptional<number>;
  declare length: number;
  declare hash: string;
  declare legacy: number;
  declare mac: string;
  declare keyId: string | null;
  declare updatedAt: number;
}

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
    targetNumber: { type: DataTypes.STRING },
    detail: string(),
    address: string(),
    mac: string(),
    nonce: { type: DataTypes.STRING },
    evidence: { type: DataTypes.STRING },
    keyId: { type: DataTypes.STRING },
    chainNo: { type: DataTypes.BIGINT },
    previousHash: { type: DataTypes.STRING },
    hash: { type: DataTypes.STRING },
  },
  { tableName: 'audit_entries' },
);
defineModel(
  AuditChain,
  {
    id: id(),
    length: number(),
    hash: string(),
    legacy: number(),
    mac: string(),
    keyId: { type: DataTypes.STRING },
    updatedAt: number(),
  },
  { tableName: 'audit_chains' },
);
