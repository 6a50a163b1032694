import { Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { ProgressState } from '../../../contract/profile-progress/enums.ts';
import { flag, id, number, reference, string } from '../../../platform/db/attributes.ts';
import { defineModel } from '../../../platform/db/models.ts';

/** Under which firm and in which state a lawyer's profile is counted. Locked after the lawyer and the profile. */
export class ProfileProgress extends Model<InferAttributes<ProfileProgress>, InferCreationAttributes<ProfileProgress>> {
  declare id: CreationOptional<number>;
  declare lawyerId: number;
  /** 0: none. */
  declare firmId: number;
  declare state: ProgressState;
  /** Whether the lawyer still belongs to the association: whoever has left is counted nowhere. */
  declare isMember: boolean;
}
defineModel(
  ProfileProgress,
  { id: id(), lawyerId: reference(), firmId: number(), state: string(), isMember: flag() },
  { tableName: 'profile_standings' },
);

/** How many lawyers of a firm are in one state: of everybody (campaign 0), or of those a campaign is for. */
export class ProfileCount extends Model<InferAttributes<ProfileCount>, InferCreationAttributes<ProfileCount>> {
  declare id: CreationOptional<number>;
  declare campaignId: number;
  /** 0: lawyers who are in no firm; ALL_FIRMS: the lawyers of all firms together. */
  declare firmId: number;
  declare state: ProgressState;
  declare n: number;
}
defineModel(
  ProfileCount,
  { id: id(), campaignId: number(), firmId: number(), state: string(), n: number() },
  { tableName: 'profile_counts' },
);
