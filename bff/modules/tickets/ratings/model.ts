import { Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { Rating } from '../../../contract/ratings/enums.ts';
import { id, number, reference, string } from '../../../platform/db/attributes.ts';
import { defineModel } from '../../../platform/db/models.ts';

/** How satisfied whoever asked is with what became of a ticket. */
export class TicketRating extends Model<InferAttributes<TicketRating>, InferCreationAttributes<TicketRating>> {
  declare id: CreationOptional<number>;
  declare ticketId: number;
  declare rating: Rating;
  declare words: string;
  declare ratedAt: number;
}
defineModel(
  TicketRating,
  { id: id(), ticketId: reference(), rating: string(), words: string(), ratedAt: number() },
  { tableName: 'ticket_ratings' },
);
