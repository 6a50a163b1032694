import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { id } from '../../platform/db/attributes.ts';
import type { SelfAuditFaultKind, SelfAuditScope } from '../../contract/self-audit/enums.ts';
import { defineModel } from '../../platform/db/models.ts';

/** One round of reading issued certificates again. */
export class SelfAudit extends Model<InferAttributes<SelfAudit>, InferCreationAttributes<SelfAudit>> {
  declare id: CreationOptional<number>;
  declare scope: SelfAuditScope;
  declare startedAt: number;
  declare finishedAt: number | null;
  declare untilCertificateId: number;
  declare checked: number;
  declare faulty: number;
  declare orphans: number;
  declare startedBy: string;
}
defineModel(
  SelfAudit,
  {
    id: id(),
    scope: DataTypes.STRING,
    startedAt: DataTypes.BIGINT,
    finishedAt: DataTypes.BIGINT,
    untilCertificateId: DataTypes.BIGINT,
    checked: DataTypes.BIGINT,
    faulty: DataTypes.BIGINT,
    orphans: DataTypes.BIGINT,
    startedBy: DataTypes.STRING,
  },
  { tableName: 'self_audits' },
);

/** One thing that was wrong in a round. */
export class SelfAuditFault extends Model<InferAttributes<SelfAuditFault>, InferCreationAttributes<SelfAuditFault>> {
  declare id: CreationOptional<number>;
  declare selfAuditId: number;
  declare number: string;
  declare applicationId: number | null;
  declare kind: SelfAuditFaultKind;
  declare detail: string;
}
defineModel(
  SelfAuditFault,
  {
    id: id(),
    selfAuditId: DataTypes.BIGINT,
    number: DataTypes.STRING,
    applicationId: DataTypes.BIGINT,
    kind: DataTypes.STRING,
    detail: DataTypes.STRING,
  },
  { tableName: 'self_audit_faults' },
);
