import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import {
  reference,
  optionalReference,
  string,
  optionalString,
  day,
  optionalDay,
  number,
} from '../../../platform/db/attributes.ts';
import type {
  AssessmentResult,
  AssessmentState,
  DuesState,
  HoursKind,
  HoursMode,
  HoursSource,
  HoursState,
} from '../../../contract/records/enums.ts';
import { defineModel } from '../../../platform/db/models.ts';

/** What every record has; subclasses say whom it is about and what it says. */
abstract class Kept<M extends Model> extends Model<InferAttributes<M>, InferCreationAttributes<M>> {
  declare id: CreationOptional<number>;
  declare remark: string;
  declare version: number;
  declare createdAt: number;
  declare updatedAt: number;
}

/** 年度考核 of one year, of a firm or of a lawyer: exactly one of both ids is set. */
export class Assessment extends Kept<Assessment> {
  declare firmId: number | null;
  declare lawyerId: number | null;
  declare year: number;
  declare state: AssessmentState;
  declare result: AssessmentResult | null;
  declare filedOn: string | null;
}

/** 会费 of one year, of a firm or of a lawyer: exactly one of both ids is set. */
export class Dues extends Kept<Dues> {
  declare firmId: number | null;
  declare lawyerId: number | null;
  declare year: number;
  declare dueFen: number;
  declare paidFen: number;
  declare state: DuesState;
  declare settledOn: string | null;
}

/** 律协任职, both days included; `untilOn` null: still in office. */
export class Appointment extends Kept<Appointment> {
  declare lawyerId: number;
  declare body: string;
  declare position: string;
  declare fromOn: string;
  declare untilOn: string | null;
}

/** An activity a lawyer took part in; `tenths` of an hour count. */
export class ActivityHours extends Kept<ActivityHours> {
  declare lawyerId: number;
  declare title: string;
  declare heldOn: string;
  declare tenths: number;
  declare kind: CreationOptional<HoursKind>;
  declare mode: CreationOptional<HoursMode>;
  declare source: CreationOptional<HoursSource>;
  declare state: HoursState;
}

/** A merger of a firm with another, known by the name it bore. */
export class FirmMerger extends Kept<FirmMerger> {
  declare firmId: number;
  declare otherFirmName: string;
  declare mergedOn: string;
}

const kept = () => ({
  id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
  remark: string(),
  version: number(),
  createdAt: number(),
  updatedAt: number(),
});
const subject = () => ({ firmId: optionalReference(), lawyerId: optionalReference() });

defineModel(
  Assessment,
  { ...kept(), ...subject(), year: number(), state: string(), result: optionalString(), filedOn: optionalDay() },
  { tableName: 'assessments' },
);
defineModel(
  Dues,
  {
    ...kept(),
    ...subject(),
    year: number(),
    dueFen: number(),
    paidFen: number(),
    state: string(),
    settledOn: optionalDay(),
  },
  { tableName: 'dues' },
);
defineModel(
  Appointment,
  { ...kept(), lawyerId: reference(), body: string(), position: string(), fromOn: day(), untilOn: optionalDay() },
  { tableName: 'appointments' },
);
defineModel(
  ActivityHours,
  {
    ...kept(),
    lawyerId: reference(),
    title: string(),
    heldOn: day(),
    tenths: number(),
    kind: { ...string(), defaultValue: 'other' },
    mode: { ...string(), defaultValue: 'onsite' },
    source: { ...string(), defaultValue: 'office' },
    state: string(),
  },
  { tableName: 'activity_hours' },
);
defineModel(
  FirmMerger,
  { ...kept(), firmId: reference(), otherFirmName: string(), mergedOn: day() },
  { tableName: 'firm_mergers' },
);
