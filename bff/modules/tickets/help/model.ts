import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { id, number, optionalReference, string } from '../../../platform/db/attributes.ts';
import { defineModel } from '../../../platform/db/models.ts';

/** What somebody asks who cannot sign in, until a ticket is made of it. */
export class HelpRequest extends Model<InferAttributes<HelpRequest>, InferCreationAttributes<HelpRequest>> {
  declare id: CreationOptional<number>;
  declare accountId: number | null;
  declare phoneMasked: string;
  declare reason: string;
  declare address: string;
  declare askedAt: number;
}
defineModel(
  HelpRequest,
  {
    id: id(),
    accountId: optionalReference(),
    phoneMasked: string(),
    reason: { type: DataTypes.TEXT, allowNull: false },
    address: string(),
    askedAt: number(),
  },
  { tableName: 'help_requests' },
);
