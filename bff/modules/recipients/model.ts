import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { defineModel } from '../../platform/db/models.ts';

/** A mailbox to which members had mails sent without having confirmed it as theirs. */
export class MailRecipient extends Model<InferAttributes<MailRecipient>, InferCreationAttributes<MailRecipient>> {
  declare id: CreationOptional<number>;
  /** Keyed fingerprint of the mailbox; the address itself is not kept. */
  declare recipientKey: string;
  /** Hash of the token in the link that stops these mails. */
  declare linkHash: string;
  /** The day `counted` speaks of. */
  declare countedOn: CreationOptional<string>;
  declare counted: CreationOptional<number>;
  /** Since when no such mail is sent any more. */
  declare stoppedAt: CreationOptional<number | null>;
}
defineModel(
  MailRecipient,
  {
    id: { type: DataTypes.BIGINT, autoIncrement: true, primaryKey: true },
    recipientKey: { type: DataTypes.STRING, unique: true },
    linkHash: DataTypes.STRING,
    // The table has the defaults: an upsert must not write them over what is counted.
    countedOn: DataTypes.STRING,
    counted: DataTypes.BIGINT,
    stoppedAt: DataTypes.BIGINT,
  },
  { tableName: 'mail_recipients' },
);
