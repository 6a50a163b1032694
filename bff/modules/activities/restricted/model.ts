import { Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { id, number, optionalInstant, reference, string } from '../../../platform/db/attributes.ts';
import { jsonColumn } from '../../../platform/db/json-column.ts';
import { defineModel } from '../../../platform/db/models.ts';

/** For how long a lawyer may only wait for popular activities, and because of which absences. Instants are epoch ms. */
export class Restriction extends Model<InferAttributes<Restriction>, InferCreationAttributes<Restriction>> {
  declare id: CreationOptional<number>;
  declare lawyerId: number;
  declare fromAt: number;
  declare untilAt: number;
  /** Registrations. */
  declare causes: number[];
  declare liftedAt: CreationOptional<number | null>;
  /** '' where it was lifted because an absence does not count any more. */
  declare liftedBy: CreationOptional<string>;
  declare liftReason: CreationOptional<string>;
}
defineModel(
  Restriction,
  {
    id: id(),
    lawyerId: reference(),
    fromAt: number(),
    untilAt: number(),
    causes: jsonColumn('causes'),
    liftedAt: optionalInstant(),
    liftedBy: { ...string(), defaultValue: '' },
    liftReason: { ...string(), defaultValue: '' },
  },
  { tableName: 'activity_restrictions' },
);
