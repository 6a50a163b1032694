import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { SeriesWay } from '../../../contract/activity-series/enums.ts';
import { id, number, string } from '../../../platform/db/attributes.ts';
import { defineModel } from '../../../platform/db/models.ts';

/** 系列: activities that belong together, each of them a session of it. */
export class ActivitySeries extends Model<InferAttributes<ActivitySeries>, InferCreationAttributes<ActivitySeries>> {
  declare id: CreationOptional<number>;
  declare title: string;
  /** Rich text, as it is kept. */
  declare details: string;
  declare way: SeriesWay;
  /** Who came to so many sessions is given the hours of those he came to; 0: hours are given session by session. */
  declare needed: number;
  declare createdBy: string;
  declare version: number;
}
defineModel(
  ActivitySeries,
  {
    id: id(),
    title: string(),
    details: { type: DataTypes.TEXT, allowNull: false },
    way: string(),
    needed: number(),
    createdBy: string(),
    version: number(),
  },
  { tableName: 'activity_series' },
);
