import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { defineModel } from '../../platform/db/models.ts';

/** A named JSON value that staff set. */
export class Setting extends Model<InferAttributes<Setting>, InferCreationAttributes<Setting>> {
  declare id: CreationOptional<number>;
  declare name: string;
  declare value: string;
  declare updatedAt: number;
}

defineModel(
  Setting,
  {
    id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
    name: { type: DataTypes.STRING, allowNull: false },
    value: { type: DataTypes.TEXT, allowNull: false },
    updatedAt: { type: DataTypes.BIGINT, allowNull: false },
  },
  { tableName: 'settings' },
);
