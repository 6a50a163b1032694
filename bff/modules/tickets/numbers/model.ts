import { Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { id, number, reference, string } from '../../../platform/db/attributes.ts';
import { defineModel } from '../../../platform/db/models.ts';

/** An identity number that somebody has written in a message, encrypted; the message has it masked. */
export class TicketNumber extends Model<InferAttributes<TicketNumber>, InferCreationAttributes<TicketNumber>> {
  declare id: CreationOptional<number>;
  declare messageId: number;
  declare place: number;
  declare masked: string;
  declare sealed: string;
}
defineModel(
  TicketNumber,
  { id: id(), messageId: reference(), place: number(), masked: string(), sealed: string() },
  { tableName: 'ticket_numbers' },
);
