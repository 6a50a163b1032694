import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { InboxEvent } from '../../contract/notifications/enums.ts';
import type { SubjectKind } from '../../contract/registry/enums.ts';
import { defineModel } from '../../platform/db/models.ts';

/** One entry of a member's inbox (消息). */
export class InboxEntry extends Model<InferAttributes<InboxEntry>, InferCreationAttributes<InboxEntry>> {
  declare id: CreationOptional<number>;
  declare memberKind: SubjectKind;
  declare memberId: number;
  declare event: InboxEvent;
  declare title: string;
  declare body: string;
  /** What it is about, and where it leads in the member client. */
  declare subjectKind: string | null;
  declare subjectId: number | null;
  declare page: string;
  declare createdAt: number;
  declare readAt: number | null;
}
defineModel(
  InboxEntry,
  {
    id: { type: DataTypes.BIGINT, autoIncrement: true, primaryKey: true },
    memberKind: DataTypes.STRING,
    memberId: DataTypes.BIGINT,
    event: DataTypes.STRING,
    title: DataTypes.STRING,
    body: DataTypes.TEXT,
    subjectKind: DataTypes.STRING,
    subjectId: DataTypes.BIGINT,
    page: DataTypes.STRING,
    createdAt: DataTypes.BIGINT,
    readAt: DataTypes.BIGINT,
  },
  { tableName: 'inbox_entries' },
);
