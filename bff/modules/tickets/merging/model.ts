import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { id, number, reference, string } from '../../../platform/db/attributes.ts';
import { jsonColumn } from '../../../platform/db/json-column.ts';
import { defineModel } from '../../../platform/db/models.ts';
import type { StateAndClocks } from './rules.ts';

/** That one ticket was merged into another one, and what both were before. */
export class TicketMerge extends Model<InferAttributes<TicketMerge>, InferCreationAttributes<TicketMerge>> {
  declare id: CreationOptional<number>;
  declare ticketId: number;
  declare targetId: number;
  declare at: number;
  declare byId: number;
  declare byName: string;
  declare ticketBefore: StateAndClocks;
  declare targetBefore: StateAndClocks;
  declare targetAfter: StateAndClocks;
  declare undoneAt: number | null;
}
defineModel(
  TicketMerge,
  {
    id: id(),
    ticketId: reference(),
    targetId: reference(),
    at: number(),
    byId: number(),
    byName: string(),
    ticketBefore: jsonColumn('ticketBefore'),
    targetBefore: jsonColumn('targetBefore'),
    targetAfter: jsonColumn('targetAfter'),
    undoneAt: DataTypes.BIGINT,
  },
  { tableName: 'ticket_merges' },
);
