import { Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { ClaimState } from '../../contract/external-hours/enums.ts';
import type { HoursKind, HoursMode } from '../../contract/records/enums.ts';
import {
  day,
  id,
  number,
  optionalInstant,
  optionalReference,
  optionalString,
  reference,
  string,
} from '../../platform/db/attributes.ts';
import { defineModel } from '../../platform/db/models.ts';

/** Hours that a lawyer says were earned elsewhere. Instants are epoch ms, days yyyy-MM-dd, hours in tenths. */
export class HoursClaim extends Model<InferAttributes<HoursClaim>, InferCreationAttributes<HoursClaim>> {
  declare id: CreationOptional<number>;
  declare lawyerId: number;
  declare accountId: number;
  declare state: ClaimState;
  declare title: string;
  declare organiser: string;
  declare beginsOn: string;
  declare endsOn: string;
  declare kind: HoursKind;
  declare mode: HoursMode;
  declare tenths: number;
  declare acceptedTenths: CreationOptional<number | null>;
  declare note: string;
  declare opinion: CreationOptional<string>;
  /** When it was handed in, the last time. */
  declare submittedAt: number;
  declare decidedAt: CreationOptional<number | null>;
  declare decidedById: CreationOptional<number | null>;
  declare decidedBy: CreationOptional<string>;
  /** The record of the registry that it became. */
  declare hoursRecordId: CreationOptional<number | null>;
  /** By which the same course is claimed once; null once it was refused, withdrawn or revoked. */
  declare liveKey: string | null;
  declare idempotencyKey: string;
  declare contentHash: string;
  declare createdAt: number;
  declare version: number;
}
defineModel(
  HoursClaim,
  {
    id: id(),
    lawyerId: reference(),
    accountId: reference(),
    state: string(),
    title: string(),
    organiser: string(),
    beginsOn: day(),
    endsOn: day(),
    kind: string(),
    mode: string(),
    tenths: number(),
    acceptedTenths: optionalReference(),
    note: string(),
    opinion: { ...string(), defaultValue: '' },
    submittedAt: number(),
    decidedAt: optionalInstant(),
    decidedById: optionalReference(),
    decidedBy: { ...string(), defaultValue: '' },
    hoursRecordId: optionalReference(),
    liveKey: optionalString(),
    idempotencyKey: string(),
    contentHash: string(),
    createdAt: number(),
    version: number(),
  },
  { tableName: 'hours_claims' },
);
