import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { CorrectionFieldKey, CorrectionState } from '../../../contract/corrections/enums.ts';
import type { SubjectKind } from '../../../contract/registry/enums.ts';
import { id, number, optionalReference, string } from '../../../platform/db/attributes.ts';
import { defineModel } from '../../../platform/db/models.ts';

/** 信息有误: what a member says is wrong in the registry. */
export class CorrectionRequest extends Model<
  InferAttributes<CorrectionRequest>,
  InferCreationAttributes<CorrectionRequest>
> {
  declare id: CreationOptional<number>;
  declare subjectKind: SubjectKind;
  declare subjectId: number;
  declare field: CorrectionFieldKey;
  /** As registered when it was asked for, in the form of the registry. */
  declare present: string;
  declare wanted: string;
  declare reason: string;
  /** The subject itself, or the firm of a lawyer: then it is a claim. */
  declare askerKind: SubjectKind;
  declare askerId: number;
  declare askerName: string;
  declare accountId: number;
  declare idempotencyKey: string;
  declare contentHash: string;
  declare state: CorrectionState;
  /** Unique while it is open; null: it is over. */
  declare openKey: string | null;
  declare requestedAt: number;
  declare opinion: string;
  /** '' while it is open. */
  declare endedByName: string;
  declare endedAt: number | null;
  declare version: number;
  /** The ticket in which it is worked on, and how it is called: modules above say so. */
  declare ticketId: number;
  declare ticketNumber: string;
  /** What was asked of a second person about it; null: nothing yet. */
  declare proposalId: number | null;
}
defineModel(
  CorrectionRequest,
  {
    id: id(),
    subjectKind: string(),
    subjectId: number(),
    field: string(),
    present: string(),
    wanted: string(),
    reason: string(),
    askerKind: string(),
    askerId: number(),
    askerName: string(),
    accountId: number(),
    idempotencyKey: string(),
    contentHash: string(),
    state: string(),
    openKey: DataTypes.STRING,
    requestedAt: number(),
    opinion: string(),
    endedByName: string(),
    endedAt: DataTypes.BIGINT,
    version: number(),
    ticketId: number(),
    ticketNumber: string(),
    proposalId: optionalReference(),
  },
  { tableName: 'correction_requests' },
);
