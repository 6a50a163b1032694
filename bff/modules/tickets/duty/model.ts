import { Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { flag, id, number, optionalDay, optionalReference, reference } from '../../../platform/db/attributes.ts';
import { defineModel } from '../../../platform/db/models.ts';

/** Whether one of the staff is there to be given tickets, and the leave that was entered last. */
export class TicketDuty extends Model<InferAttributes<TicketDuty>, InferCreationAttributes<TicketDuty>> {
  declare id: CreationOptional<number>;
  declare accountId: number;
  declare isPresent: boolean;
  /** Both days belong to the leave. */
  declare leaveFrom: string | null;
  declare leaveUntil: string | null;
  declare standInId: number | null;
  /** Of the leave alone: one's own switch is moved several times a day. */
  declare leaveVersion: number;
  declare changedAt: number;
}
defineModel(
  TicketDuty,
  {
    id: id(),
    accountId: reference(),
    isPresent: flag(),
    leaveFrom: optionalDay(),
    leaveUntil: optionalDay(),
    standInId: optionalReference(),
    leaveVersion: number(),
    changedAt: number(),
  },
  { tableName: 'ticket_duties' },
);
