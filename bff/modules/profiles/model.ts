import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { Row } from '../../contract/form-reading/fields.ts';
import type { Values } from '../../contract/forms/language.ts';
import type { ProfileState, SnapshotOutcome, Verdict } from '../../contract/profile/enums.ts';
import type { SectionKey } from '../../contract/profile/profile.ts';
import {
  flag,
  id,
  number,
  optionalInstant,
  optionalReference,
  optionalString,
  reference,
  string,
} from '../../platform/db/attributes.ts';
import { jsonColumn } from '../../platform/db/json-column.ts';
import { defineModel } from '../../platform/db/models.ts';

/** A lawyer's profile. Every transition locks this row first. */
export class Profile extends Model<InferAttributes<Profile>, InferCreationAttributes<Profile>> {
  declare id: CreationOptional<number>;
  declare lawyerId: number;
  declare state: ProfileState;
  declare version: number;
  declare confirmedHash: string | null;
  declare confirmedAt: number | null;
  declare snapshotId: number | null;
  declare approvedSnapshotId: number | null;
  declare submittedAt: number | null;
  declare decidedAt: number | null;
  declare reopenedReason: string;
  /**
   * These three describe what was submitted last: how many doubts it has, which sections differ from what was passed
   * before, and the county of its address.
   */
  declare doubts: CreationOptional<number>;
  declare changedSections: CreationOptional<string>;
  declare region: CreationOptional<string | null>;
  /** Sections that are complete, of the thirteen that everybody has; a firm reads it as one figure. */
  declare doneSections: CreationOptional<number>;
  declare changedAt: number;
}
defineModel(
  Profile,
  {
    id: id(),
    lawyerId: reference(),
    state: string(),
    version: number(),
    confirmedHash: optionalString(),
    confirmedAt: optionalInstant(),
    snapshotId: optionalReference(),
    approvedSnapshotId: optionalReference(),
    submittedAt: optionalInstant(),
    decidedAt: optionalInstant(),
    reopenedReason: string(),
    doubts: { ...number(), defaultValue: 0 },
    changedSections: { ...string(), defaultValue: '' },
    region: optionalString(),
    doneSections: { ...number(), defaultValue: 0 },
    changedAt: number(),
  },
  { tableName: 'profiles' },
);

/** The working copy of one section. `sealedData`: the values of P3 and P4, by row, encrypted. */
export class ProfileSectionRow extends Model<
  InferAttributes<ProfileSectionRow>,
  InferCreationAttributes<ProfileSectionRow>
> {
  declare id: CreationOptional<number>;
  declare lawyerId: number;
  declare section: SectionKey;
  declare data: readonly Row[];
  declare sealedData: string | null;
  declare saidNone: boolean;
  declare schemaVersion: number;
  declare version: number;
  declare isOpen: boolean;
  declare changedAt: number;
}
defineModel(
  ProfileSectionRow,
  {
    id: id(),
    lawyerId: reference(),
    section: string(),
    data: jsonColumn('data'),
    sealedData: { type: DataTypes.TEXT },
    saidNone: flag(),
    schemaVersion: number(),
    version: number(),
    isOpen: flag(),
    changedAt: number(),
  },
  { tableName: 'profile_sections' },
);

/** A section as it was submitted, without what is sensitive. */
export interface FrozenSection {
  schemaVersion: number;
  /** The version of the working copy, which tells whether it was changed since. */
  version: number;
  rows: readonly Row[];
  saidNone: boolean;
}
/** Another system or office in which it was approved, and up to which day what it handed over holds. */
export interface ImportSource {
  from: string;
  asOf: string;
}
export interface FrozenProfile {
  sections: Partial<Record<SectionKey, FrozenSection>>;
  /** Values of the registry, as they were at the submission. */
  given: Values;
  /** Absent: it was approved here. */
  source?: ImportSource;
}

/** What was submitted. Its content never changes; what becomes of it does once. */
export class ProfileSnapshot extends Model<InferAttributes<ProfileSnapshot>, InferCreationAttributes<ProfileSnapshot>> {
  declare id: CreationOptional<number>;
  declare lawyerId: number;
  declare number: number;
  declare kind: 'completion' | 'change' | 'imported';
  declare content: FrozenProfile;
  declare sealedContent: string | null;
  declare hash: string;
  declare idempotencyKey: string;
  declare outcome: SnapshotOutcome | null;
  declare createdAt: number;
  /** When its sensitive part was removed because it had been kept long enough; null: the snapshot is whole. */
  declare sensitiveRemovedAt: CreationOptional<number | null>;
}
defineModel(
  ProfileSnapshot,
  {
    id: id(),
    lawyerId: reference(),
    number: number(),
    kind: string(),
    content: jsonColumn('content'),
    sealedContent: { type: DataTypes.TEXT },
    hash: string(),
    idempotencyKey: string(),
    outcome: optionalString(),
    createdAt: number(),
    sensitiveRemovedAt: optionalInstant(),
  },
  {
    tableName: 'profile_snapshots',
    hooks: { beforeUpdate: refuseChange, beforeBulkUpdate: refuseBulkChange },
  },
);

const MAY_CHANGE: readonly unknown[] = ['outcome'];
const FROZEN = 'a snapshot never changes';
function refuseChange(snapshot: ProfileSnapshot): void {
  const changed = snapshot.changed() || [];
  if (changed.some((key) => !MAY_CHANGE.includes(key))) throw new Error(FROZEN);
}
function refuseBulkChange({ fields }: { fields?: readonly unknown[] | undefined }): void {
  if ((fields ?? ['*']).some((key) => !MAY_CHANGE.includes(key))) throw new Error(FROZEN);
}

/** What staff said of one section of what was submitted; `byId` null: it was passed before and is unchanged. */
export class ProfileDecision extends Model<InferAttributes<ProfileDecision>, InferCreationAttributes<ProfileDecision>> {
  declare id: CreationOptional<number>;
  declare snapshotId: number;
  declare section: SectionKey;
  declare verdict: Verdict;
  declare opinion: string;
  declare byId: number | null;
  declare byName: string;
  declare at: number;
}
defineModel(
  ProfileDecision,
  {
    id: id(),
    snapshotId: reference(),
    section: string(),
    verdict: string(),
    opinion: string(),
    byId: optionalReference(),
    byName: string(),
    at: number(),
  },
  { tableName: 'profile_decisions' },
);

/** A look of the staff at what is sensitive. */
export class ProfileView extends Model<InferAttributes<ProfileView>, InferCreationAttributes<ProfileView>> {
  declare id: CreationOptional<number>;
  declare lawyerId: number;
  declare section: SectionKey;
  declare reason: string;
  declare byId: number;
  declare byName: string;
  declare byRoles: string;
  declare at: number;
}
defineModel(
  ProfileView,
  {
    id: id(),
    lawyerId: reference(),
    section: string(),
    reason: string(),
    byId: number(),
    byName: string(),
    byRoles: string(),
    at: number(),
  },
  { tableName: 'profile_views' },
);
