import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { ActivationChannel } from '../../contract/activation/enums.ts';
import { defineModel } from '../../platform/db/models.ts';

/** Tables of modules below that SQL of this one reads. */
export const reads = ['account_holds', 'accounts', 'firms', 'lawyers'] as const;

/**
 * A code that opens an account for the first time. The row stays after its use: what is closed for 72 hours to whoever
 * came in by a code goes by `usedAt`.
 */
export class ActivationCode extends Model<InferAttributes<ActivationCode>, InferCreationAttributes<ActivationCode>> {
  declare id: CreationOptional<number>;
  declare accountId: number;
  declare codeHash: string;
  declare channel: ActivationChannel;
  /** The staff account that handed it out, and its name then. */
  declare issuedBy: number;
  declare issuedByName: string;
  declare issuedAt: number;
  declare expiresAt: number;
  /** Uses with wrong last six. */
  declare tries: number;
  declare usedAt: number | null;
  /** A later one has taken its place. */
  declare endedAt: number | null;
}
defineModel(
  ActivationCode,
  {
    id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
    accountId: DataTypes.BIGINT,
    codeHash: DataTypes.STRING,
    channel: DataTypes.STRING,
    issuedBy: DataTypes.BIGINT,
    issuedByName: DataTypes.STRING,
    issuedAt: DataTypes.BIGINT,
    expiresAt: DataTypes.BIGINT,
    tries: DataTypes.BIGINT,
    usedAt: DataTypes.BIGINT,
    endedAt: DataTypes.BIGINT,
  },
  { tableName: 'activation_codes' },
);
