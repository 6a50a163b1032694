import { Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { Direction, ScanDecision, ScanDoubt, ScanWay } from '../../../contract/door/enums.ts';
import { id, number, optionalInstant, optionalReference, reference, string } from '../../../platform/db/attributes.ts';
import { defineModel } from '../../../platform/db/models.ts';

/** A telephone or the like at the door of one activity: it scans, and does nothing else. */
export class DoorDevice extends Model<InferAttributes<DoorDevice>, InferCreationAttributes<DoorDevice>> {
  declare id: CreationOptional<number>;
  declare activityId: number;
  declare entrance: string;
  declare tokenHash: string;
  declare openedById: number;
  declare openedBy: string;
  declare openedAt: number;
  declare endsAt: number;
  declare seenAt: CreationOptional<number | null>;
  declare waiting: CreationOptional<number>;
  declare offsetMs: CreationOptional<number>;
  declare dismissedAt: CreationOptional<number | null>;
}
defineModel(
  DoorDevice,
  {
    id: id(),
    activityId: reference(),
    entrance: string(),
    tokenHash: string(),
    openedById: number(),
    openedBy: string(),
    openedAt: number(),
    endsAt: number(),
    seenAt: optionalInstant(),
    waiting: { ...number(), defaultValue: 0 },
    offsetMs: { ...number(), defaultValue: 0 },
    dismissedAt: optionalInstant(),
  },
  { tableName: 'door_devices' },
);

/** What a device read once: kept as it was read, whatever it counts for. */
export class Scan extends Model<InferAttributes<Scan>, InferCreationAttributes<Scan>> {
  declare id: CreationOptional<number>;
  declare activityId: number;
  declare deviceId: number;
  declare number: number;
  declare registrationId: number | null;
  declare read: string;
  declare direction: Direction;
  declare way: ScanWay;
  declare deviceAt: number;
  declare at: number;
  declare receivedAt: number;
  declare doubt: ScanDoubt;
  declare decision: CreationOptional<ScanDecision>;
  declare decidedBy: CreationOptional<string>;
  declare note: CreationOptional<string>;
}
defineModel(
  Scan,
  {
    id: id(),
    activityId: reference(),
    deviceId: reference(),
    number: number(),
    registrationId: optionalReference(),
    read: string(),
    direction: string(),
    way: string(),
    deviceAt: number(),
    at: number(),
    receivedAt: number(),
    doubt: string(),
    decision: { ...string(), defaultValue: '' },
    decidedBy: { ...string(), defaultValue: '' },
    note: { ...string(), defaultValue: '' },
  },
  { tableName: 'activity_scans' },
);
