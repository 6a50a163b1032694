import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { id, string, number, flag } from '../../platform/db/attributes.ts';
import { defineModel } from '../../platform/db/models.ts';
import { jsonColumn } from '../../platform/db/json-column.ts';
import type { Actor } from '../../actor.ts';

/** One who can sign in. `roles` is a JSON list of ROLES keys, read through `rolesOf`. */
export class Account extends Model<InferAttributes<Account>, InferCreationAttributes<Account>> {
  declare id: CreationOptional<number>;
  declare kind: Actor['kind'];
  declare firmId: number | null;
  declare lawyerId: number | null;
  declare login: string;
  declare altLogin: string | null;
  declare name: string;
  declare passwordHash: string | null;
  declare isTemporary: boolean;
  declare isClosed: boolean;
  declare roles: string;
  declare lastSignedInAt: number | null;
  declare createdAt: number;
  /** A firm has asked that its lawyer be sent an activation code. */
  declare activationRequestedAt: CreationOptional<number | null>;
  /** Where the code goes that lets staff in. */
  declare email: CreationOptional<string>;
  /** Until when a temporary password is good; null: it has no end. */
  declare temporaryUntil: CreationOptional<number | null>;
}

/** One signed-in device. */
export class Session extends Model<InferAttributes<Session>, InferCreationAttributes<Session>> {
  declare id: CreationOptional<number>;
  declare accountId: number;
  declare tokenHash: string;
  declare device: string;
  declare address: string;
  declare createdAt: number;
  declare lastSeenAt: number;
  declare previousSignInAt: number | null;
}

/** The TOTP second factor of a staff account; in force once `confirmedAt` is set. */
export class SecondFactor extends Model<InferAttributes<SecondFactor>, InferCreationAttributes<SecondFactor>> {
  declare id: CreationOptional<number>;
  declare accountId: number;
  declare secret: string | null;
  declare pendingSecret: string | null;
  declare confirmedAt: number | null;
  declare lastStep: number;
  declare recovery: string[];
}

/** The address to which a forgotten password's code goes. */
export class ConfirmedEmail extends Model<InferAttributes<ConfirmedEmail>, InferCreationAttributes<ConfirmedEmail>> {
  declare id: CreationOptional<number>;
  declare accountId: number;
  declare address: string;
  declare confirmedAt: number;
}

/** The mobile number to which a forgotten password's code goes. */
export class ConfirmedPhone extends Model<InferAttributes<ConfirmedPhone>, InferCreationAttributes<ConfirmedPhone>> {
  declare id: CreationOptional<number>;
  declare accountId: number;
  declare number: string;
  declare confirmedAt: number;
}

/**
 * A code that was sent; `confirm` for an address, `phone` for a number, `reset` and `release` by either, `activate` for the
 * first use.
 */
export class EmailCode extends Model<InferAttributes<EmailCode>, InferCreationAttributes<EmailCode>> {
  declare id: CreationOptional<number>;
  declare accountId: number;
  declare purpose: 'confirm' | 'phone' | 'reset' | 'activate' | 'release';
  /** The number, where it went to a telephone. */
  declare address: string;
  declare codeHash: string;
  /** Of the ticket with which a text was asked for without signing in; null of all others. */
  declare codeTicketHash: CreationOptional<string | null>;
  declare tries: number;
  declare expiresAt: number;
  declare usedAt: number | null;
}

defineModel(
  Account,
  {
    id: id(),
    kind: string(),
    firmId: { type: DataTypes.BIGINT },
    lawyerId: { type: DataTypes.BIGINT },
    login: string(),
    altLogin: { type: DataTypes.STRING },
    name: string(),
    passwordHash: { type: DataTypes.STRING },
    isTemporary: flag(),
    isClosed: flag(),
    roles: { type: DataTypes.TEXT, allowNull: false },
    lastSignedInAt: { type: DataTypes.BIGINT },
    createdAt: number(),
    activationRequestedAt: { type: DataTypes.BIGINT },
    email: { ...string(), defaultValue: '' },
    temporaryUntil: { type: DataTypes.BIGINT },
  },
  { tableName: 'accounts' },
);
defineModel(
  Session,
  {
    id: id(),
    accountId: number(),
    tokenHash: string(),
    device: string(),
    address: string(),
    createdAt: number(),
    lastSeenAt: number(),
    previousSignInAt: { type: DataTypes.BIGINT },
  },
  { tableName: 'sessions' },
);
defineModel(
  SecondFactor,
  {
    id: id(),
    accountId: number(),
    secret: { type: DataTypes.TEXT },
    pendingSecret: { type: DataTypes.TEXT },
    confirmedAt: { type: DataTypes.BIGINT },
    lastStep: number(),
    recovery: jsonColumn('recovery'),
  },
  { tableName: 'second_factors' },
);
defineModel(
  ConfirmedEmail,
  { id: id(), accountId: number(), address: string(), confirmedAt: number() },
  { tableName: 'confirmed_emails' },
);
defineModel(
  ConfirmedPhone,
  { id: id(), accountId: number(), number: string(), confirmedAt: number() },
  { tableName: 'confirmed_phones' },
);
defineModel(
  EmailCode,
  {
    id: id(),
    accountId: number(),
    purpose: string(),
    address: string(),
    codeHash: string(),
    codeTicketHash: { type: DataTypes.STRING },
    tries: number(),
    expiresAt: number(),
    usedAt: { type: DataTypes.BIGINT },
  },
  { tableName: 'email_codes' },
);
