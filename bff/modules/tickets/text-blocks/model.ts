import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { AnswerTicket } from '../../../contract/tickets/schemas.ts';
import { id, number, optionalString, string } from '../../../platform/db/attributes.ts';
import { defineModel } from '../../../platform/db/models.ts';

/** 文本块: a sentence of the desk, with places for a few words of the ticket. */
export class TextBlock extends Model<InferAttributes<TextBlock>, InferCreationAttributes<TextBlock>> {
  declare id: CreationOptional<number>;
  declare title: string;
  declare body: string;
  declare next: AnswerTicket['next'] | null;
  declare version: number;
  declare updatedAt: number;
  declare updatedBy: string;
}
defineModel(
  TextBlock,
  {
    id: id(),
    title: string(),
    body: { type: DataTypes.TEXT, allowNull: false },
    next: optionalString(),
    version: number(),
    updatedAt: number(),
    updatedBy: string(),
  },
  { tableName: 'ticket_text_blocks' },
);
