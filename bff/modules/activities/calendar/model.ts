import { Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { id, number, optionalInstant, reference, string } from '../../../platform/db/attributes.ts';
import { defineModel } from '../../../platform/db/models.ts';

/** The address under which a lawyer's calendar programs read his activities; of the address only the hash is kept. */
export class CalendarFeed extends Model<InferAttributes<CalendarFeed>, InferCreationAttributes<CalendarFeed>> {
  declare id: CreationOptional<number>;
  declare accountId: number;
  declare tokenHash: string;
  declare madeAt: number;
  declare readAt: CreationOptional<number | null>;
}
defineModel(
  CalendarFeed,
  { id: id(), accountId: reference(), tokenHash: string(), madeAt: number(), readAt: optionalInstant() },
  { tableName: 'calendar_feeds' },
);
