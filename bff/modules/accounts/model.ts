import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { defineModel } from '../../platform/db/models.ts';
import type { Actor } from './actor.ts';

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

const id = () => ({ type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true });
const string = () => ({ type: DataTypes.STRING, allowNull: false });
const number = () => ({ type: DataTypes.BIGINT, allowNull: false });
const flag = () => ({ type: DataTypes.BOOLEAN, allowNull: false });

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
