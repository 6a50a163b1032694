import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { MessageState, MessageTemplate } from '../../contract/notifications/enums.ts';
import type { Timelines } from '../../contract/timeline/enums.ts';
import { jsonColumn } from '../../platform/db/json-column.ts';
import { defineModel } from '../../platform/db/models.ts';

/** A mail's words come from `templates/mail/<template>` and these values. */
export type MailData = Record<string, string>;

/** Who has a text sent, each with a budget of its own: none uses up another's, and nobody learns of another's by it. */
export type TextBudget =
  /** Codes to a number that is registered or confirmed for who is signed in, or on a known device, and what staff send. */
  | 'owner'
  /** Codes that anyone may ask for who knows a login, or types any number as his or her own. */
  | 'anyone'
  /** What is told of an account. */
  | 'notice';

/** The budgets of codes among them. */
export type CodeBudget = Exclude<TextBudget, 'notice'>;

/** An outgoing message; it is written with what it tells about and sent by a job. */
export class Message extends Model<InferAttributes<Message>, InferCreationAttributes<Message>> {
  declare id: CreationOptional<number>;
  declare channel: 'email' | 'sms' | 'wechat';
  /** An address, eleven digits, or an openid. */
  declare recipient: string;
  declare template: MessageTemplate;
  declare data: MailData;
  /** The stored file that goes with it, and its name outside; null: none. */
  declare storageKey: CreationOptional<string | null>;
  declare fileName: CreationOptional<string | null>;
  /** It goes with it whatever its size: whoever reads the mail asked for the file. */
  declare isFileEssential: CreationOptional<boolean>;
  /** What it tells about, whose timeline says so when it is not sent. */
  declare subjectKind: CreationOptional<keyof Timelines | null>;
  declare subjectId: CreationOptional<number | null>;
  /** Of a text: whose budget of its number's it uses up. */
  declare textBudget: CreationOptional<TextBudget | null>;
  declare state: MessageState;
  declare lastError: string;
  declare createdAt: number;
  declare sentAt: number | null;
  declare attempts: number;
  /** Encrypted values that only the recipient may read; gone once the message is sent or given up. */
  declare secret: string | null;
}
defineModel(
  Message,
  {
    id: { type: DataTypes.BIGINT, autoIncrement: true, primaryKey: true },
    channel: DataTypes.STRING,
    recipient: DataTypes.STRING,
    template: DataTypes.STRING,
    data: jsonColumn('data'),
    storageKey: DataTypes.STRING,
    fileName: DataTypes.STRING,
    isFileEssential: { type: DataTypes.BOOLEAN, defaultValue: false },
    subjectKind: DataTypes.STRING,
    subjectId: DataTypes.BIGINT,
    textBudget: DataTypes.STRING,
    state: DataTypes.STRING,
    lastError: DataTypes.TEXT,
    createdAt: DataTypes.BIGINT,
    sentAt: DataTypes.BIGINT,
    attempts: DataTypes.BIGINT,
    secret: DataTypes.TEXT,
  },
  { tableName: 'messages' },
);
