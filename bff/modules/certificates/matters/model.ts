import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { MatterState } from '../../../contract/matters/enums.ts';
import type { SubjectKind } from '../../../contract/registry/enums.ts';
import type { MemberChange } from '../../../events.ts';
import { id } from '../../../platform/db/attributes.ts';
import { jsonColumn } from '../../../platform/db/json-column.ts';
import { defineModel } from '../../../platform/db/models.ts';

/** A fact that letters print or deny has changed. */
export class FactChange extends Model<InferAttributes<FactChange>, InferCreationAttributes<FactChange>> {
  declare id: CreationOptional<number>;
  declare subjectKind: SubjectKind;
  declare subjectId: number;
  declare subjectName: string;
  declare words: string;
  declare payload: MemberChange;
  declare changedBy: string;
  declare changedAt: number;
  /** Certificates below this id are still to be looked at; null: none any more. */
  declare untilCertificateId: number | null;
}
defineModel(
  FactChange,
  {
    id: id(),
    subjectKind: DataTypes.STRING,
    subjectId: DataTypes.BIGINT,
    subjectName: DataTypes.STRING,
    words: DataTypes.STRING,
    payload: jsonColumn('payload'),
    changedBy: DataTypes.STRING,
    changedAt: DataTypes.BIGINT,
    untilCertificateId: DataTypes.BIGINT,
  },
  { tableName: 'fact_changes' },
);

/** What becomes of one letter after it. */
export class CertificateMatter extends Model<
  InferAttributes<CertificateMatter>,
  InferCreationAttributes<CertificateMatter>
> {
  declare id: CreationOptional<number>;
  declare changeId: number;
  declare certificateId: number;
  declare isPublic: boolean;
  declare state: MatterState;
  declare reason: string;
  declare settledBy: string;
  declare settledAt: number | null;
}
defineModel(
  CertificateMatter,
  {
    id: id(),
    changeId: DataTypes.BIGINT,
    certificateId: DataTypes.BIGINT,
    isPublic: DataTypes.BOOLEAN,
    state: DataTypes.STRING,
    reason: DataTypes.STRING,
    settledBy: DataTypes.STRING,
    settledAt: DataTypes.BIGINT,
  },
  { tableName: 'certificate_matters' },
);
