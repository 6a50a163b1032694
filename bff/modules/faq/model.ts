import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { FaqAudience, FaqCategory } from '../../contract/faq/enums.ts';
import { flag, id, number, optionalString, reference, string } from '../../platform/db/attributes.ts';
import { defineModel } from '../../platform/db/models.ts';

/** A question that is asked often, and its answer. */
export class FaqEntry extends Model<InferAttributes<FaqEntry>, InferCreationAttributes<FaqEntry>> {
  declare id: CreationOptional<number>;
  declare shippedAs: string | null;
  declare category: FaqCategory;
  declare question: string;
  /** Its words alone: what is searched. */
  declare answer: string;
  /** As rich text (platform/rich-text); null: there is no more to it than words. */
  declare answerHtml: string | null;
  declare keywords: string;
  declare audience: FaqAudience;
  declare position: number;
  declare isPublished: boolean;
  declare version: number;
  declare updatedAt: number;
}
defineModel(
  FaqEntry,
  {
    id: id(),
    shippedAs: optionalString(),
    category: string(),
    question: string(),
    answer: { type: DataTypes.TEXT, allowNull: false },
    answerHtml: { type: DataTypes.TEXT, allowNull: true },
    keywords: string(),
    audience: string(),
    position: number(),
    isPublished: flag(),
    version: number(),
    updatedAt: number(),
  },
  { tableName: 'faq_entries' },
);

/** Whether an answer was of use to a member. */
export class FaqMark extends Model<InferAttributes<FaqMark>, InferCreationAttributes<FaqMark>> {
  declare id: CreationOptional<number>;
  declare entryId: number;
  declare accountId: number;
  declare isHelpful: boolean;
  declare reason: string;
  declare markedAt: number;
}
defineModel(
  FaqMark,
  {
    id: id(),
    entryId: reference(),
    accountId: number(),
    isHelpful: flag(),
    reason: string(),
    markedAt: number(),
  },
  { tableName: 'faq_marks' },
);

/** A ticket that was submitted although this answer had been read for it. */
export class FaqAsk extends Model<InferAttributes<FaqAsk>, InferCreationAttributes<FaqAsk>> {
  declare id: CreationOptional<number>;
  declare entryId: number;
  declare accountId: number;
  declare ticketId: number;
  declare askedAt: number;
}
defineModel(
  FaqAsk,
  { id: id(), entryId: reference(), accountId: number(), ticketId: number(), askedAt: number() },
  { tableName: 'faq_asks' },
);
