import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { Role } from '../../contract/accounts/enums.ts';
import type { SubjectKind } from '../../contract/registry/enums.ts';
import type { TicketCategoryKey, TicketState } from '../../contract/tickets/enums.ts';
import type { TextDoubt } from '../../contract/text-doubts.ts';
import type { TieKind } from '../../contract/tickets/ties.ts';
import { flag, id, number, optionalReference, optionalString, string } from '../../platform/db/attributes.ts';
import { jsonColumn } from '../../platform/db/json-column.ts';
import { defineModel } from '../../platform/db/models.ts';
import type { Basis } from './rules.ts';

const text = () => ({ type: DataTypes.TEXT, allowNull: false });

/** 工单: what a member asks the association. */
export class Ticket extends Model<InferAttributes<Ticket>, InferCreationAttributes<Ticket>> {
  declare id: CreationOptional<number>;
  declare number: string;
  declare category: TicketCategoryKey;
  /** In whose queue it stands. */
  declare role: Role;
  declare title: string;
  declare askerKind: SubjectKind;
  declare askerId: number;
  declare askerName: string;
  declare accountId: number;
  declare idempotencyKey: string;
  declare contentHash: string;
  declare state: TicketState;
  declare isOpen: boolean;
  declare assigneeId: number | null;
  declare assigneeName: string;
  declare openedAt: number;
  declare lastMessageAt: number;
  declare firstDueAt: number | null;
  declare doneDueAt: number | null;
  /** Open minutes that are left of solving while the clock stands. */
  declare doneLeft: number | null;
  declare isExpected: boolean;
  declare queueDueAt: number;
  declare basis: Basis;
  declare watchAt: number;
  declare solvedAt: number | null;
  /** The earlier ticket at whose end this one now stands, never one that is merged itself. */
  declare mergedInto: number | null;
  /** Of which of its lawyers a firm asks; null: of nobody in particular. */
  declare aboutLawyerId: CreationOptional<number | null>;
  declare aboutName: CreationOptional<string>;
  /** Asked for before sign-in: nobody has proved to be the member. */
  declare isUnverified: CreationOptional<boolean>;
  /** Its files prove an entry of the registry and are therefore kept, whatever the ticket is merged into. */
  declare isGround: CreationOptional<boolean>;
  /** What it is about besides its words (contract/tickets/ties.ts); null: nothing. */
  declare tiedKind: CreationOptional<TieKind | null>;
  declare tiedKey: CreationOptional<string | null>;
  /** What staff open; null: there is nothing to open. */
  declare tiedId: CreationOptional<number | null>;
  /** What it was called when the ticket was opened. */
  declare tiedName: CreationOptional<string>;
  declare version: number;
}
defineModel(
  Ticket,
  {
    id: id(),
    number: string(),
    category: string(),
    role: string(),
    title: string(),
    askerKind: string(),
    askerId: number(),
    askerName: string(),
    accountId: number(),
    idempotencyKey: string(),
    contentHash: string(),
    state: string(),
    isOpen: flag(),
    assigneeId: optionalReference(),
    assigneeName: string(),
    openedAt: number(),
    lastMessageAt: number(),
    firstDueAt: DataTypes.BIGINT,
    doneDueAt: DataTypes.BIGINT,
    doneLeft: DataTypes.BIGINT,
    isExpected: flag(),
    queueDueAt: number(),
    basis: jsonColumn('basis'),
    watchAt: number(),
    solvedAt: DataTypes.BIGINT,
    mergedInto: optionalReference(),
    aboutLawyerId: optionalReference(),
    aboutName: { ...string(), defaultValue: '' },
    isUnverified: { ...flag(), defaultValue: false },
    isGround: { ...flag(), defaultValue: false },
    tiedKind: optionalString(),
    tiedKey: optionalString(),
    tiedId: optionalReference(),
    tiedName: { ...string(), defaultValue: '' },
    version: number(),
  },
  { tableName: 'tickets' },
);

/** What was said in a ticket, to be read by both sides. */
export class TicketMessage extends Model<InferAttributes<TicketMessage>, InferCreationAttributes<TicketMessage>> {
  declare id: CreationOptional<number>;
  declare ticketId: number;
  declare at: number;
  declare byKind: 'member' | 'staff';
  declare byId: number;
  declare byName: string;
  declare body: string;
  /** What staff are told of it where nobody has cleared it; members never. */
  declare doubt: CreationOptional<TextDoubt | null>;
  declare idempotencyKey: string | null;
}
defineModel(
  TicketMessage,
  {
    id: id(),
    ticketId: number(),
    at: number(),
    byKind: string(),
    byId: number(),
    byName: string(),
    body: text(),
    doubt: optionalString(),
    idempotencyKey: optionalString(),
  },
  { tableName: 'ticket_messages' },
);

/** 内部备注, for staff alone. */
export class TicketNote extends Model<InferAttributes<TicketNote>, InferCreationAttributes<TicketNote>> {
  declare id: CreationOptional<number>;
  declare ticketId: number;
  declare at: number;
  declare byId: number;
  declare byName: string;
  declare body: string;
}
defineModel(
  TicketNote,
  { id: id(), ticketId: number(), at: number(), byId: number(), byName: string(), body: text() },
  { tableName: 'ticket_notes' },
);
