import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { flag, id } from '../../platform/db/attributes.ts';
import type { ApplicationContentParsed } from '../../contract/certificates/schemas.ts';
import { jsonColumn } from '../../platform/db/json-column.ts';
import { defineModel } from '../../platform/db/models.ts';

/** Tables of modules below that SQL of this one reads. */
export const reads = ['applications', 'certificate_types', 'certificates', 'lawyers'] as const;

/** A firm asks for one certificate each for many lawyers. */
export class BulkOrder extends Model<InferAttributes<BulkOrder>, InferCreationAttributes<BulkOrder>> {
  declare id: CreationOptional<number>;
  declare firmId: number;
  declare accountId: number;
  declare accountName: string;
  declare address: string;
  declare typeId: number;
  declare idempotencyKey: string;
  declare contentHash: string;
  /** The form without its lawyers. */
  declare content: Omit<ApplicationContentParsed, 'lawyerIds'>;
  declare total: number;
  /** What paper cost when it was submitted, fen; null: submitted before that was noted. */
  declare copyFeeFen: CreationOptional<number | null>;
  declare postageFen: CreationOptional<number | null>;
  declare createdAt: number;
  declare finishedAt: number | null;
  /** When the firm was told what became of it. */
  declare toldAt: CreationOptional<number | null>;
}
defineModel(
  BulkOrder,
  {
    id: id(),
    firmId: DataTypes.BIGINT,
    accountId: DataTypes.BIGINT,
    accountName: DataTypes.STRING,
    address: DataTypes.STRING,
    typeId: DataTypes.BIGINT,
    idempotencyKey: DataTypes.STRING,
    contentHash: DataTypes.STRING,
    content: jsonColumn('content'),
    total: DataTypes.BIGINT,
    copyFeeFen: DataTypes.BIGINT,
    postageFen: DataTypes.BIGINT,
    createdAt: DataTypes.BIGINT,
    finishedAt: DataTypes.BIGINT,
    toldAt: DataTypes.BIGINT,
  },
  { tableName: 'bulk_orders' },
);

/** One lawyer of a bulk order. */
export class BulkItem extends Model<InferAttributes<BulkItem>, InferCreationAttributes<BulkItem>> {
  declare id: CreationOptional<number>;
  declare orderId: number;
  declare lawyerId: number;
  declare position: number;
  declare state: 'waiting' | 'submitted' | 'failed';
  declare applicationId: number | null;
  declare reason: string;
  /** The paper can be collected, and the firm has not heard of it yet. */
  declare isPaperUntold: CreationOptional<boolean>;
}
defineModel(
  BulkItem,
  {
    id: id(),
    orderId: DataTypes.BIGINT,
    lawyerId: DataTypes.BIGINT,
    position: DataTypes.BIGINT,
    state: DataTypes.STRING,
    applicationId: DataTypes.BIGINT,
    reason: DataTypes.STRING,
    isPaperUntold: { ...flag(), defaultValue: false },
  },
  { tableName: 'bulk_items' },
);
