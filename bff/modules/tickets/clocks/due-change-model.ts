import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { DueCause } from '../../../contract/ticket-clocks/enums.ts';
import { id, number, reference, string } from '../../../platform/db/attributes.ts';
import { defineModel } from '../../../platform/db/models.ts';

/** What was due when, before and after both clocks of a ticket were reckoned again; null: no clock ran. */
export class TicketDueChange extends Model<InferAttributes<TicketDueChange>, InferCreationAttributes<TicketDueChange>> {
  declare id: CreationOptional<number>;
  declare ticketId: number;
  declare at: number;
  declare cause: DueCause;
  declare firstBefore: number | null;
  declare firstAfter: number | null;
  declare doneBefore: number | null;
  declare doneAfter: number | null;
}
defineModel(
  TicketDueChange,
  {
    id: id(),
    ticketId: reference(),
    at: number(),
    cause: string(),
    firstBefore: DataTypes.BIGINT,
    firstAfter: DataTypes.BIGINT,
    doneBefore: DataTypes.BIGINT,
    doneAfter: DataTypes.BIGINT,
  },
  { tableName: 'ticket_due_changes' },
);
