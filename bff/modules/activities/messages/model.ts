import { Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { Audience } from '../../../contract/roster-messages/enums.ts';
import { id, number, optionalInstant, reference, string } from '../../../platform/db/attributes.ts';
import { defineModel } from '../../../platform/db/models.ts';

/** 名单通知: what staff told those on the list of an activity. */
export class RosterMessage extends Model<InferAttributes<RosterMessage>, InferCreationAttributes<RosterMessage>> {
  declare id: CreationOptional<number>;
  declare activityId: number;
  declare audience: Audience;
  declare words: string;
  declare byId: number;
  declare byName: string;
  declare sentAt: number;
  declare recipientCount: number;
}
defineModel(
  RosterMessage,
  {
    id: id(),
    activityId: reference(),
    audience: string(),
    words: string(),
    byId: reference(),
    byName: string(),
    sentAt: number(),
    recipientCount: number(),
  },
  { tableName: 'roster_messages' },
);

/** Whom it is for, as the list stood when it was sent; told once. */
export class RosterRecipient extends Model<InferAttributes<RosterRecipient>, InferCreationAttributes<RosterRecipient>> {
  declare id: CreationOptional<number>;
  declare messageId: number;
  declare registrationId: number;
  declare toldAt: CreationOptional<number | null>;
}
defineModel(
  RosterRecipient,
  { id: id(), messageId: reference(), registrationId: reference(), toldAt: optionalInstant() },
  { tableName: 'roster_message_recipients' },
);
