import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { defineModel } from '../../platform/db/models.ts';

/** That somebody agreed to an edition of the privacy guideline; never changed but for the day it ended. */
export class PrivacyConsent extends Model<InferAttributes<PrivacyConsent>, InferCreationAttributes<PrivacyConsent>> {
  declare id: CreationOptional<number>;
  declare accountId: number;
  declare bindingId: number | null;
  declare person: string;
  declare version: string;
  declare agreedAt: number;
  declare withdrawnAt: number | null;
}
defineModel(
  PrivacyConsent,
  {
    id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
    accountId: { type: DataTypes.BIGINT, allowNull: false },
    bindingId: { type: DataTypes.BIGINT },
    person: { type: DataTypes.STRING, allowNull: false },
    version: { type: DataTypes.STRING, allowNull: false },
    agreedAt: { type: DataTypes.BIGINT, allowNull: false },
    withdrawnAt: { type: DataTypes.BIGINT },
  },
  { tableName: 'privacy_consents' },
);
