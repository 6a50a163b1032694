import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { Row } from '../../contract/form-reading/fields.ts';
import type { CHANGED_BY, ProfileChangeState } from '../../contract/profile-changes/enums.ts';
import type { SectionKey } from '../../contract/profile/profile.ts';
import {
  flag,
  id,
  number,
  optionalReference,
  optionalString,
  reference,
  string,
} from '../../platform/db/attributes.ts';
import { jsonColumn } from '../../platform/db/json-column.ts';
import { defineModel } from '../../platform/db/models.ts';

const optionalInstant = () => ({ type: DataTypes.BIGINT });
const optionalText = () => ({ type: DataTypes.TEXT });

/** 变更单: one section of an approved profile as its lawyer wants it. Of each section at most one waits. */
export class ProfileChange extends Model<InferAttributes<ProfileChange>, InferCreationAttributes<ProfileChange>> {
  declare id: CreationOptional<number>;
  declare lawyerId: number;
  declare section: SectionKey;
  declare state: ProfileChangeState;
  declare openMark: 'open' | null;
  declare version: number;
  declare base: readonly Row[];
  declare sealedBase: string | null;
  declare wanted: readonly Row[];
  declare sealedWanted: string | null;
  declare saidNone: boolean;
  declare doubts: number;
  declare createdAt: number;
  declare changedAt: number;
  declare openedAt: number | null;
  declare decidedAt: number | null;
  declare opinion: string;
  declare decidedById: number | null;
  declare decidedByName: string;
}
defineModel(
  ProfileChange,
  {
    id: id(),
    lawyerId: reference(),
    section: string(),
    state: string(),
    openMark: optionalString(),
    version: number(),
    base: jsonColumn('base'),
    sealedBase: optionalText(),
    wanted: jsonColumn('wanted'),
    sealedWanted: optionalText(),
    saidNone: flag(),
    doubts: number(),
    createdAt: number(),
    changedAt: number(),
    openedAt: optionalInstant(),
    decidedAt: optionalInstant(),
    opinion: string(),
    decidedById: optionalReference(),
    decidedByName: string(),
  },
  { tableName: 'profile_changes' },
);

/** A change of an approved profile that took effect: what was in force before, and since. */
export class ProfileHistory extends Model<InferAttributes<ProfileHistory>, InferCreationAttributes<ProfileHistory>> {
  declare id: CreationOptional<number>;
  declare lawyerId: number;
  declare section: SectionKey;
  declare beforeSnapshotId: number;
  declare afterSnapshotId: number;
  declare byWhat: keyof typeof CHANGED_BY;
  declare changeId: number | null;
  declare byId: number;
  declare byName: string;
  declare at: number;
}
defineModel(
  ProfileHistory,
  {
    id: id(),
    lawyerId: reference(),
    section: string(),
    beforeSnapshotId: reference(),
    afterSnapshotId: reference(),
    byWhat: string(),
    changeId: optionalReference(),
    byId: number(),
    byName: string(),
    at: number(),
  },
  { tableName: 'profile_history' },
);
