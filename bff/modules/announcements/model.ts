import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type {
  AnnouncementAudience,
  AnnouncementCategory,
  AnnouncementState,
} from '../../contract/announcements/enums.ts';
import type { Eligibility } from '../../contract/eligibility/schemas.ts';
import type { SubjectKind } from '../../contract/registry/enums.ts';
import { flag, id, number, optionalInstant, reference, string } from '../../platform/db/attributes.ts';
import { jsonColumn } from '../../platform/db/json-column.ts';
import { defineModel } from '../../platform/db/models.ts';

const words = () => ({ type: DataTypes.TEXT, allowNull: false });

/** 通知公告. Nothing is written of a member because there is one: who sees it is judged when somebody looks. */
export class Announcement extends Model<InferAttributes<Announcement>, InferCreationAttributes<Announcement>> {
  declare id: CreationOptional<number>;
  declare title: string;
  declare category: AnnouncementCategory;
  /** HTML of the closed rich text. */
  declare body: string;
  declare bodyText: string;
  declare audience: AnnouncementAudience;
  declare eligibility: Eligibility | null;
  declare state: AnnouncementState;
  declare publishedAt: number | null;
  declare pinnedUntil: number | null;
  declare validUntil: number | null;
  declare mustConfirm: boolean;
  declare round: number;
  declare askedAt: number | null;
  declare remindedAt: number | null;
  declare changedAt: number | null;
  declare updatedAt: number;
  declare createdBy: string;
  declare publishedBy: string;
  declare version: number;
}
defineModel(
  Announcement,
  {
    id: id(),
    title: string(),
    category: string(),
    body: words(),
    bodyText: words(),
    audience: string(),
    eligibility: jsonColumn('eligibility'),
    state: string(),
    publishedAt: optionalInstant(),
    pinnedUntil: optionalInstant(),
    validUntil: optionalInstant(),
    mustConfirm: flag(),
    round: number(),
    askedAt: optionalInstant(),
    remindedAt: optionalInstant(),
    changedAt: optionalInstant(),
    updatedAt: number(),
    createdBy: string(),
    publishedBy: string(),
    version: number(),
  },
  { tableName: 'announcements' },
);

/** A member has confirmed to have read an announcement that asks for it. */
export class AnnouncementConfirmation extends Model<
  InferAttributes<AnnouncementConfirmation>,
  InferCreationAttributes<AnnouncementConfirmation>
> {
  declare id: CreationOptional<number>;
  declare announcementId: number;
  declare round: number;
  declare memberKind: SubjectKind;
  declare memberId: number;
  declare accountId: number;
  declare confirmedAt: number;
}
defineModel(
  AnnouncementConfirmation,
  {
    id: id(),
    announcementId: reference(),
    round: number(),
    memberKind: string(),
    memberId: number(),
    accountId: number(),
    confirmedAt: number(),
  },
  { tableName: 'announcement_confirmations' },
);

/** How far an account has read: one row each, whatever there is to read. */
export class AnnouncementMark extends Model<
  InferAttributes<AnnouncementMark>,
  InferCreationAttributes<AnnouncementMark>
> {
  declare id: CreationOptional<number>;
  declare accountId: number;
  declare seenAt: number;
  declare opened: Record<string, number>;
}
defineModel(
  AnnouncementMark,
  { id: id(), accountId: number(), seenAt: number(), opened: jsonColumn('opened') },
  { tableName: 'announcement_marks' },
);
