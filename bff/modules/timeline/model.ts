import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { defineModel } from '../../platform/db/models.ts';

/** One line of what happened to something. */
export class TimelineLine extends Model<InferAttributes<TimelineLine>, InferCreationAttributes<TimelineLine>> {
  declare id: CreationOptional<number>;
  declare subjectKind: string;
  declare subjectId: number;
  declare event: string;
  declare at: number;
  declare byKind: 'member' | 'staff' | 'system';
  declare byName: string;
  declare note: string;
}
defineModel(
  TimelineLine,
  {
    id: { type: DataTypes.BIGINT, autoIncrement: true, primaryKey: true },
    subjectKind: DataTypes.STRING,
    subjectId: DataTypes.BIGINT,
    event: DataTypes.STRING,
    at: DataTypes.BIGINT,
    byKind: DataTypes.STRING,
    byName: DataTypes.STRING,
    note: DataTypes.STRING,
  },
  { tableName: 'timeline_entries' },
);
