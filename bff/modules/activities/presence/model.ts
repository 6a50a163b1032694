import { Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { PresenceOutcome, PresenceWay } from '../../../contract/activities/enums.ts';
import { id, number, optionalInstant, optionalReference, reference, string } from '../../../platform/db/attributes.ts';
import { defineModel } from '../../../platform/db/models.ts';

/** Whether one who signed up came, as it counts: hours and absences rest on it. One for a registration; instants are epoch ms. */
export class Presence extends Model<InferAttributes<Presence>, InferCreationAttributes<Presence>> {
  declare id: CreationOptional<number>;
  declare registrationId: number;
  declare outcome: PresenceOutcome;
  /** Null: absent. */
  declare arrivedAt: number | null;
  /** Null: nobody saw that; the end of the activity counts. */
  declare leftAt: number | null;
  declare way: PresenceWay;
  /** The account of whoever recorded it; null: a machine did. */
  declare byId: number | null;
  declare byName: string;
  declare recordedAt: number;
  /** An absence that does not count, and why; null: it does. */
  declare excusedAt: CreationOptional<number | null>;
  declare excusedBy: CreationOptional<string>;
  declare excuseReason: CreationOptional<string>;
  /** When the lawyer was warned of what one more would do; null: he was not. */
  declare warnedAt: CreationOptional<number | null>;
}
defineModel(
  Presence,
  {
    id: id(),
    registrationId: reference(),
    outcome: string(),
    arrivedAt: optionalInstant(),
    leftAt: optionalInstant(),
    way: string(),
    byId: optionalReference(),
    byName: string(),
    recordedAt: number(),
    excusedAt: optionalInstant(),
    excusedBy: { ...string(), defaultValue: '' },
    excuseReason: { ...string(), defaultValue: '' },
    warnedAt: optionalInstant(),
  },
  { tableName: 'activity_presences' },
);
