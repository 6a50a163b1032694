import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { CampaignKind, CampaignProgress, CampaignState, ReminderStep } from '../../contract/campaigns/enums.ts';
import type { Eligibility } from '../../contract/eligibility/schemas.ts';
import {
  day,
  flag,
  id,
  number,
  optionalDay,
  optionalInstant,
  reference,
  string,
} from '../../platform/db/attributes.ts';
import { jsonColumn } from '../../platform/db/json-column.ts';
import { defineModel } from '../../platform/db/models.ts';

/** 年度信息补全: what a part of the lawyers is asked to do, and by when. Locked after rows of progress, before its members. */
export class Campaign extends Model<InferAttributes<Campaign>, InferCreationAttributes<Campaign>> {
  declare id: CreationOptional<number>;
  declare title: string;
  declare kind: CampaignKind;
  declare state: CampaignState;
  declare words: string;
  declare eligibility: Eligibility | null;
  declare opensOn: string;
  declare dueOn: string;
  declare graceUntil: string;
  declare isPriority: boolean;
  declare gatheredTo: number;
  declare digestedOn: string | null;
  declare digestedTo: number;
  declare createdBy: string;
  declare createdAt: number;
  declare openedAt: number | null;
  declare closedAt: number | null;
  declare closedBy: string;
  declare version: number;
}
defineModel(
  Campaign,
  {
    id: id(),
    title: string(),
    kind: string(),
    state: string(),
    words: { type: DataTypes.TEXT, allowNull: false },
    eligibility: jsonColumn('eligibility'),
    opensOn: day(),
    dueOn: day(),
    graceUntil: day(),
    isPriority: flag(),
    gatheredTo: number(),
    digestedOn: optionalDay(),
    digestedTo: number(),
    createdBy: string(),
    createdAt: number(),
    openedAt: optionalInstant(),
    closedAt: optionalInstant(),
    closedBy: string(),
    version: number(),
  },
  { tableName: 'campaigns' },
);

/** A lawyer whom a campaign is for, and how far he is with it; frozen when it is closed. */
export class CampaignMember extends Model<InferAttributes<CampaignMember>, InferCreationAttributes<CampaignMember>> {
  declare id: CreationOptional<number>;
  declare campaignId: number;
  declare lawyerId: number;
  /** 0: none. */
  declare firmId: number;
  declare state: CampaignProgress;
  declare doneAt: number | null;
  declare isLate: boolean;
  declare dueOn: string | null;
  declare reason: string;
  declare grantedBy: string;
}
defineModel(
  CampaignMember,
  {
    id: id(),
    campaignId: reference(),
    lawyerId: reference(),
    firmId: number(),
    state: string(),
    doneAt: optionalInstant(),
    isLate: flag(),
    dueOn: optionalDay(),
    reason: string(),
    grantedBy: string(),
  },
  { tableName: 'campaign_members' },
);

/** A reminder that was sent: no step twice, nobody twice a day. */
export class CampaignReminder extends Model<
  InferAttributes<CampaignReminder>,
  InferCreationAttributes<CampaignReminder>
> {
  declare id: CreationOptional<number>;
  declare campaignId: number;
  declare lawyerId: number;
  declare step: ReminderStep;
  declare sentOn: string;
}
defineModel(
  CampaignReminder,
  { id: id(), campaignId: reference(), lawyerId: reference(), step: string(), sentOn: day() },
  { tableName: 'campaign_reminders' },
);
