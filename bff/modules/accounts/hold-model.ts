import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { HoldReason } from '../../contract/accounts/holds.ts';
import { id, number, string } from '../../platform/db/attributes.ts';
import { defineModel } from '../../platform/db/models.ts';

/** An account that was opened by what others may have seen: some things are shut until somebody vouches for its owner. */
export class AccountHold extends Model<InferAttributes<AccountHold>, InferCreationAttributes<AccountHold>> {
  declare id: CreationOptional<number>;
  declare accountId: number;
  declare reason: HoldReason;
  declare heldAt: number;
  /** null: until somebody ends it. */
  declare heldUntil: number | null;
  /** The staff account that handed out the code, and its name then; null: whoever opened it asked for it. */
  declare issuedBy: number | null;
  declare issuedByName: string;
  /** Empty: nobody has objected. */
  declare objectedByName: CreationOptional<string>;
  declare endedAt: CreationOptional<number | null>;
  declare endedByName: CreationOptional<string>;
}
defineModel(
  AccountHold,
  {
    id: id(),
    accountId: number(),
    reason: string(),
    heldAt: number(),
    heldUntil: { type: DataTypes.BIGINT },
    issuedBy: { type: DataTypes.BIGINT },
    issuedByName: string(),
    objectedByName: { ...string(), defaultValue: '' },
    endedAt: { type: DataTypes.BIGINT },
    endedByName: { ...string(), defaultValue: '' },
  },
  { tableName: 'account_holds' },
);
