import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { DayKind, DayOrigin } from '../../contract/office-hours/enums.ts';
import type { Period } from '../../contract/office-hours/periods.ts';
import { jsonColumn } from '../../platform/db/json-column.ts';
import { defineModel } from '../../platform/db/models.ts';

/** A day on which the office is not open as its weekday says. */
export class OfficeDay extends Model<InferAttributes<OfficeDay>, InferCreationAttributes<OfficeDay>> {
  declare id: CreationOptional<number>;
  declare onDate: string;
  /** The year whose list names it: New Year's holidays may begin in the year before. */
  declare listYear: number | null;
  /** What the office has entered itself counts before the State Council's list. */
  declare layer: 'state' | 'office';
  declare kind: DayKind;
  /** The hours of a day of its `own`; otherwise empty. */
  declare periods: Period[];
  declare reason: string;
  declare origin: DayOrigin;
  declare setByName: string;
  declare setAt: number;
}
defineModel(
  OfficeDay,
  {
    id: { type: DataTypes.BIGINT, autoIncrement: true, primaryKey: true },
    onDate: DataTypes.STRING,
    listYear: DataTypes.BIGINT,
    layer: DataTypes.STRING,
    kind: DataTypes.STRING,
    periods: jsonColumn('periods'),
    reason: DataTypes.STRING,
    origin: DataTypes.STRING,
    setByName: DataTypes.STRING,
    setAt: DataTypes.BIGINT,
  },
  { tableName: 'office_days' },
);

/**
 * What tells two sayings of the office about the same day apart: when it said so; 0: it has said nothing itself. A day that
 * is taken back and said anew has another one.
 */
export const versionOf = (day: Pick<OfficeDay, 'layer' | 'setAt'> | null): number =>
  day?.layer === 'office' ? day.setAt : 0;

/** A year of which the State Council's holidays are known. */
export class OfficeYear extends Model<InferAttributes<OfficeYear>, InferCreationAttributes<OfficeYear>> {
  declare id: CreationOptional<number>;
  declare year: number;
  declare origin: Exclude<DayOrigin, 'office'>;
  declare fingerprint: string;
  declare knownAt: number;
}
defineModel(
  OfficeYear,
  {
    id: { type: DataTypes.BIGINT, autoIncrement: true, primaryKey: true },
    year: DataTypes.BIGINT,
    origin: DataTypes.STRING,
    fingerprint: DataTypes.STRING,
    knownAt: DataTypes.BIGINT,
  },
  { tableName: 'office_years' },
);
