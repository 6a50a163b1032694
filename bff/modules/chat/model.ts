import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { ChatEvent, ChatKind, ChatOfferRole, ChatSide, ChatState } from '../../contract/chat/enums.ts';
import type { Rating } from '../../contract/ratings/enums.ts';
import type { SubjectKind } from '../../contract/registry/enums.ts';
import {
  id,
  number,
  optionalInstant,
  optionalReference,
  optionalString,
  reference,
  string,
} from '../../platform/db/attributes.ts';
import { defineModel } from '../../platform/db/models.ts';

/** A talk of a member with the desk. */
export class Chat extends Model<InferAttributes<Chat>, InferCreationAttributes<Chat>> {
  declare id: CreationOptional<number>;
  declare memberKind: SubjectKind;
  declare memberId: number;
  declare memberName: string;
  declare accountId: number;
  declare subject: string;
  declare state: ChatState;
  declare lastSeq: number;
  declare queuedAt: number;
  declare assigneeId: number | null;
  declare assigneeName: string;
  declare offeredTo: number | null;
  declare offeredRole: ChatOfferRole | null;
  declare offeredAt: number | null;
  declare offeredName: string;
  declare offerWord: string;
  declare memberRead: number;
  declare staffRead: number;
  declare lastBy: ChatSide;
  declare openedAt: number;
  declare openedOn: string | null;
  declare lastAt: number;
  declare takenAt: number | null;
  declare closedAt: number | null;
  declare endedBy: ChatEvent | null;
  declare memberSeenAt: number;
  declare askedAt: number | null;
  declare toldAt: number | null;
  declare ticketId: number | null;
  declare ticketNumber: string;
  declare rating: Rating | null;
  declare ratingWords: string | null;
  declare ratedAt: number | null;
}
defineModel(
  Chat,
  {
    id: id(),
    memberKind: string(),
    memberId: reference(),
    memberName: string(),
    accountId: reference(),
    subject: string(),
    state: string(),
    lastSeq: number(),
    queuedAt: number(),
    assigneeId: optionalReference(),
    assigneeName: string(),
    offeredTo: optionalReference(),
    offeredRole: optionalString(),
    offeredAt: optionalInstant(),
    offeredName: string(),
    offerWord: string(),
    memberRead: number(),
    staffRead: number(),
    lastBy: string(),
    openedAt: number(),
    openedOn: optionalString(),
    lastAt: number(),
    takenAt: optionalInstant(),
    closedAt: optionalInstant(),
    endedBy: optionalString(),
    memberSeenAt: number(),
    askedAt: optionalInstant(),
    toldAt: optionalInstant(),
    ticketId: optionalReference(),
    ticketNumber: string(),
    rating: optionalString(),
    ratingWords: optionalString(),
    ratedAt: optionalInstant(),
  },
  { tableName: 'chats' },
);

/** One number of a talk: words, a file, or something that happened. */
export class ChatMessage extends Model<InferAttributes<ChatMessage>, InferCreationAttributes<ChatMessage>> {
  declare id: CreationOptional<number>;
  declare chatId: number;
  declare seq: number;
  declare at: number;
  declare kind: ChatKind;
  declare byKind: ChatSide;
  declare byId: number;
  declare byName: string;
  declare clientId: string | null;
  declare body: string;
  declare event: ChatEvent | null;
  declare about: number | null;
}
defineModel(
  ChatMessage,
  {
    id: id(),
    chatId: reference(),
    seq: number(),
    at: number(),
    kind: string(),
    byKind: string(),
    byId: reference(),
    byName: string(),
    clientId: optionalString(),
    body: string(),
    event: optionalString(),
    about: { type: DataTypes.BIGINT, allowNull: true },
  },
  { tableName: 'chat_messages' },
);

/** 内部备注 of a talk, for staff alone. */
export class ChatNote extends Model<InferAttributes<ChatNote>, InferCreationAttributes<ChatNote>> {
  declare id: CreationOptional<number>;
  declare chatId: number;
  declare at: number;
  declare byId: number;
  declare byName: string;
  declare body: string;
}
defineModel(
  ChatNote,
  { id: id(), chatId: reference(), at: number(), byId: reference(), byName: string(), body: string() },
  { tableName: 'chat_notes' },
);

/** When the desk's page of one of the staff was last seen open. */
export class ChatDesk extends Model<InferAttributes<ChatDesk>, InferCreationAttributes<ChatDesk>> {
  declare id: CreationOptional<number>;
  declare accountId: number;
  declare seenAt: number;
}
defineModel(ChatDesk, { id: id(), accountId: reference(), seenAt: number() }, { tableName: 'chat_desks' });

/** A member from whom no new talks are taken for a day. */
export class ChatPause extends Model<InferAttributes<ChatPause>, InferCreationAttributes<ChatPause>> {
  declare id: CreationOptional<number>;
  declare memberKind: SubjectKind;
  declare memberId: number;
  declare untilAt: number;
  declare reason: string;
  declare byName: string;
}
defineModel(
  ChatPause,
  { id: id(), memberKind: string(), memberId: reference(), untilAt: number(), reason: string(), byName: string() },
  { tableName: 'chat_pauses' },
);
