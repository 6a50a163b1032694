import { Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { DrawResult } from '../../../contract/draws/enums.ts';
import {
  flag,
  id,
  number,
  optionalInstant,
  optionalReference,
  optionalString,
  reference,
  string,
} from '../../../platform/db/attributes.ts';
import { defineModel } from '../../../platform/db/models.ts';

/** 抽签 of one activity, made at publishing and held once; instants are epoch ms. */
export class ActivityDraw extends Model<InferAttributes<ActivityDraw>, InferCreationAttributes<ActivityDraw>> {
  declare id: CreationOptional<number>;
  declare activityId: number;
  /** The code in the address of its public page. */
  declare code: string;
  declare seedSealed: string;
  /** SHA-256 of the seed, hex. */
  declare commitment: string;
  declare frozenAt: CreationOptional<number | null>;
  declare ticketCount: CreationOptional<number>;
  /** SHA-256 of the frozen list, hex. */
  declare listHash: CreationOptional<string>;
  declare firstOutcome: CreationOptional<string>;
  declare firstById: CreationOptional<number | null>;
  declare firstBy: CreationOptional<string>;
  declare firstAt: CreationOptional<number | null>;
  /** What two persons entered; '' before. */
  declare outcome: CreationOptional<string>;
  declare secondBy: CreationOptional<string>;
  declare drawnAt: CreationOptional<number | null>;
}
defineModel(
  ActivityDraw,
  {
    id: id(),
    activityId: reference(),
    code: string(),
    seedSealed: string(),
    commitment: string(),
    frozenAt: optionalInstant(),
    ticketCount: { ...number(), defaultValue: 0 },
    listHash: { ...string(), defaultValue: '' },
    firstOutcome: { ...string(), defaultValue: '' },
    firstById: optionalReference(),
    firstBy: { ...string(), defaultValue: '' },
    firstAt: optionalInstant(),
    outcome: { ...string(), defaultValue: '' },
    secondBy: { ...string(), defaultValue: '' },
    drawnAt: optionalInstant(),
  },
  { tableName: 'activity_draws' },
);

/** What stands for a registration in a draw: a number that says nothing of the lawyer. */
export class DrawTicket extends Model<InferAttributes<DrawTicket>, InferCreationAttributes<DrawTicket>> {
  declare id: CreationOptional<number>;
  declare activityId: number;
  declare registrationId: number;
  declare groupId: number;
  declare ticket: string;
  declare isListed: CreationOptional<boolean>;
  /** From 1; null: not drawn yet. */
  declare position: CreationOptional<number | null>;
  declare result: CreationOptional<DrawResult | null>;
}
defineModel(
  DrawTicket,
  {
    id: id(),
    activityId: reference(),
    registrationId: reference(),
    groupId: reference(),
    ticket: string(),
    isListed: { ...flag(), defaultValue: false },
    position: optionalReference(),
    result: optionalString(),
  },
  { tableName: 'draw_tickets' },
);
