import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { Role } from '../../../contract/accounts/enums.ts';
import type { Rating } from '../../../contract/ratings/enums.ts';
import type { TicketStepKind } from '../../../contract/ticket-statistics/enums.ts';
import type { TicketCategoryKey } from '../../../contract/tickets/enums.ts';
import { day, id, number, optionalString, reference, string } from '../../../platform/db/attributes.ts';
import { defineModel } from '../../../platform/db/models.ts';
import type { Measure } from './rules.ts';

/** Something that is counted of a ticket, as it was then. */
export class TicketStep extends Model<InferAttributes<TicketStep>, InferCreationAttributes<TicketStep>> {
  declare id: CreationOptional<number>;
  declare ticketId: number;
  declare at: number;
  declare countedOn: string;
  declare step: TicketStepKind;
  declare category: TicketCategoryKey;
  declare role: Role;
  /** 0: nobody. */
  declare personId: number;
  /** Null: no clock ran. */
  declare isWithin: boolean | null;
  declare minutes: number | null;
  declare rating: Rating | null;
}
defineModel(
  TicketStep,
  {
    id: id(),
    ticketId: reference(),
    at: number(),
    countedOn: day(),
    step: string(),
    category: string(),
    role: string(),
    personId: number(),
    isWithin: { type: DataTypes.BOOLEAN, allowNull: true },
    minutes: { type: DataTypes.BIGINT, allowNull: true },
    rating: optionalString(),
  },
  { tableName: 'ticket_steps' },
);

/** How many there were of one measure, of a day, category, role and person. */
export class TicketCount extends Model<InferAttributes<TicketCount>, InferCreationAttributes<TicketCount>> {
  declare id: CreationOptional<number>;
  declare countedOn: string;
  declare category: TicketCategoryKey;
  declare role: Role;
  declare personId: number;
  declare measure: Measure;
  declare n: number;
}
defineModel(
  TicketCount,
  {
    id: id(),
    countedOn: day(),
    category: string(),
    role: string(),
    personId: number(),
    measure: string(),
    n: number(),
  },
  { tableName: 'ticket_counts' },
);
