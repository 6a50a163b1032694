import { Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { PresenceOutcome, PresenceWay } from '../../../contract/activities/enums.ts';
import type { LineWay } from '../../../contract/activity-meeting/enums.ts';
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
  /** Of an online activity, how many minutes of it; null: that is not known, arriving and leaving count. */
  declare minutes: CreationOptional<number | null>;
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
    minutes: optionalInstant(),
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

/** One coming and going in a meeting, as its service has seen it; instants are epoch ms. */
export class MeetingLine extends Model<InferAttributes<MeetingLine>, InferCreationAttributes<MeetingLine>> {
  declare id: CreationOptional<number>;
  declare activityId: number;
  declare shownName: string;
  declare joinedAt: number;
  declare leftAt: number;
  /** Whose it is, or may be; null: nobody's, as far as is known. */
  declare registrationId: number | null;
  /** By what that is known; '': somebody has to say. */
  declare way: LineWay | '';
  /** By which the same line of the same list is known again. */
  declare lineHash: string;
}
defineModel(
  MeetingLine,
  {
    id: id(),
    activityId: reference(),
    shownName: string(),
    joinedAt: number(),
    leftAt: number(),
    registrationId: optionalReference(),
    way: string(),
    lineHash: string(),
  },
  { tableName: 'meeting_lines' },
);
