import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { Role } from '../../contract/accounts/enums.ts';
import type { TypeInputParsed } from '../../contract/certificate-types/schemas.ts';
import type { IdentityKind } from '../../contract/registry/enums.ts';
import type { ChangeKind, ChangeState } from '../../contract/two-person/enums.ts';
import { jsonColumn } from '../../platform/db/json-column.ts';
import { defineModel } from '../../platform/db/models.ts';

/** What is done once it is confirmed, with what it was asked on: who confirms agrees to that and to nothing newer. */
export type Change =
  | { kind: 'refund_limit'; payload: { from: number; to: number } }
  | { kind: 'second_factor'; payload: { from: Role[]; to: Role[] } }
  | { kind: 'staff_created'; payload: { login: string; name: string; email: string; roles: Role[] } }
  | { kind: 'roles_granted'; payload: { accountId: number; had: Role[]; granted: Role[]; email: string } }
  | { kind: 'password_reset'; payload: { accountId: number; had: Role[]; email: string } }
  | { kind: 'staff_reopened' | 'factor_reset'; payload: { accountId: number; had: Role[] } }
  | { kind: 'type_loosened'; payload: { typeId: number; input: TypeInputParsed } }
  | { kind: 'type_offered'; payload: { typeId: number; version: number; wordingVersion: number } }
  | {
      kind: 'wording_published';
      payload: { typeId: number; wording: { body: string; rosterTitle: string; basedOn: number } };
    }
  | {
      kind: 'office_year';
      payload: {
        year: number;
        days: { date: string; kind: 'off' | 'on'; reason: string }[];
        had: string | null;
      };
    }
  | { kind: 'field_change'; payload: ProposedFieldChange }
  | { kind: 'member_reset'; payload: { accountId: number; login: string; password: string } };

/** What is adopted of a ticket that asks for another value of the registry, as it was seen. */
export interface ProposedFieldChange {
  ticketId: number;
  /** When something was said in the ticket last. */
  lastMessageAt: number;
  subjectVersion: number;
  proofs: string[];
  /** What the member reads. */
  body: string;
  /** The number that was read off a picture, encrypted; null: the change is about something else. */
  identity: { kind: IdentityKind; identitySealed: string; identityIndex: string } | null;
}

/** A change that one member of staff asked for and another one confirms. */
export class ChangeRequest extends Model<InferAttributes<ChangeRequest>, InferCreationAttributes<ChangeRequest>> {
  declare id: CreationOptional<number>;
  declare kind: ChangeKind;
  declare payload: Change['payload'];
  declare accountId: number | null;
  declare target: string;
  declare beforeWords: string;
  declare afterWords: string;
  /** Expired ones wait for ever. */
  declare state: Exclude<ChangeState, 'expired'>;
  declare requestedBy: number;
  declare requestedByName: string;
  declare requestedAt: number;
  declare expiresAt: number;
  declare decidedByName: string;
  declare decidedAt: number | null;
  /** Why the second person did not agree; empty in all other states. */
  declare reason: string;
}
defineModel(
  ChangeRequest,
  {
    id: { type: DataTypes.BIGINT, autoIncrement: true, primaryKey: true },
    kind: DataTypes.STRING,
    payload: jsonColumn('payload'),
    accountId: DataTypes.BIGINT,
    target: DataTypes.STRING,
    beforeWords: DataTypes.TEXT,
    afterWords: DataTypes.TEXT,
    state: DataTypes.STRING,
    requestedBy: DataTypes.BIGINT,
    requestedByName: DataTypes.STRING,
    requestedAt: DataTypes.BIGINT,
    expiresAt: DataTypes.BIGINT,
    decidedByName: DataTypes.STRING,
    decidedAt: DataTypes.BIGINT,
    reason: DataTypes.STRING,
  },
  { tableName: 'change_requests' },
);
