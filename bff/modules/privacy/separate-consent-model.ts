import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { id, number, string } from '../../platform/db/attributes.ts';
import { defineModel } from '../../platform/db/models.ts';

/** A consent apart from the guideline (《个人信息保护法》第二十九条); never changed but for the day it ended. */
export class SeparateConsent extends Model<InferAttributes<SeparateConsent>, InferCreationAttributes<SeparateConsent>> {
  declare id: CreationOptional<number>;
  declare accountId: number;
  declare kind: string;
  declare edition: string;
  declare device: string;
  declare agreedAt: number;
  declare withdrawnAt: number | null;
}
defineModel(
  SeparateConsent,
  {
    id: id(),
    accountId: number(),
    kind: string(),
    edition: string(),
    device: string(),
    agreedAt: number(),
    withdrawnAt: DataTypes.BIGINT,
  },
  { tableName: 'separate_consents' },
);
