import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { id } from '../../platform/db/attributes.ts';
import type { PaperReply } from '../../contract/certificates/replies.ts';
import type {
  ApplicationField,
  CertificateGroup,
  LawyerScope,
  TypeAudience,
} from '../../contract/certificate-types/enums.ts';
import type { Eligibility } from '../../contract/eligibility/schemas.ts';
import type { ApplicationState, CertificateStanding, IssueState } from '../../contract/certificates/enums.ts';
import type { Outcome, ReviewMode } from '../../contract/review/enums.ts';
import type { SubjectKind } from '../../contract/registry/enums.ts';
import type { Country } from '../../contract/countries.ts';
import { jsonColumn } from '../../platform/db/json-column.ts';
import { defineModel } from '../../platform/db/models.ts';
import type { PaperFees } from '../../contract/papers/fees.ts';
import type { LetterContent } from './letters/compose-letter.ts';
import type { Finding, RuleSet } from './rules/rules.ts';

/** Tables of modules below that SQL of this one reads. */
export const reads = [
  'firms',
  'lawyers',
  'lawyer_firm_periods',
  'discipline_records',
  'audit_entries',
  'uploads',
] as const;
/** A table without a model: rows are written in bulk and counted. */
export const owns = ['application_referrals'] as const;

export class CertificateType extends Model<InferAttributes<CertificateType>, InferCreationAttributes<CertificateType>> {
  declare id: CreationOptional<number>;
  declare code: string;
  declare label: string;
  declare groupKey: CertificateGroup;
  declare audience: TypeAudience;
  declare reviewMode: ReviewMode;
  declare ruleSet: RuleSet;
  declare lawyerScope: LawyerScope;
  declare asks: ApplicationField[];
  /** Who of the audience may ask for it; null: everybody. */
  declare eligibility: CreationOptional<Eligibility | null>;
  declare notice: string;
  declare position: number;
  declare isRetired: boolean;
  /** Months until a certificate is past its validity; null: never. */
  declare validityMonths: CreationOptional<number | null>;
  declare version: CreationOptional<number>;
}
defineModel(
  CertificateType,
  {
    id: id(),
    code: DataTypes.STRING,
    label: DataTypes.STRING,
    groupKey: DataTypes.STRING,
    audience: DataTypes.STRING,
    reviewMode: DataTypes.STRING,
    ruleSet: DataTypes.STRING,
    lawyerScope: DataTypes.STRING,
    asks: jsonColumn('asks'),
    eligibility: jsonColumn('eligibility'),
    notice: DataTypes.TEXT,
    position: DataTypes.BIGINT,
    isRetired: DataTypes.BOOLEAN,
    validityMonths: DataTypes.BIGINT,
    version: { type: DataTypes.BIGINT, defaultValue: 1 },
  },
  { tableName: 'certificate_types' },
);

/** One version of a type's wording; never changed once written, a certificate names the one it was made with. */
export class CertificateWording extends Model<
  InferAttributes<CertificateWording>,
  InferCreationAttributes<CertificateWording>
> {
  declare id: CreationOptional<number>;
  declare typeId: number;
  declare version: number;
  declare body: string;
  declare rosterTitle: string | null;
  declare createdBy: string;
  declare createdAt: number;
}
defineModel(
  CertificateWording,
  {
    id: id(),
    typeId: DataTypes.BIGINT,
    version: DataTypes.BIGINT,
    body: DataTypes.TEXT,
    rosterTitle: DataTypes.STRING,
    createdBy: DataTypes.STRING,
    createdAt: DataTypes.BIGINT,
  },
  { tableName: 'certificate_wordings' },
);

export class Application extends Model<InferAttributes<Application>, InferCreationAttributes<Application>> {
  declare id: CreationOptional<number>;
  /** Made of the row's own id, in the transaction that writes the row: there for everybody who reads it. */
  declare number: CreationOptional<string>;
  declare typeId: number;
  declare applicantKind: SubjectKind;
  declare applicantId: number;
  declare applicantName: string;
  declare accountId: number;
  declare idempotencyKey: string;
  declare contentHash: string;
  declare email: string;
  declare sinceOn: string | null;
  /** Lawyers who began to practise later count from their own first day. */
  declare sinceFirstPractice: CreationOptional<boolean>;
  declare year: number | null;
  declare country: Country | '';
  declare latinName: string;
  declare hasConsent: boolean;
  declare purpose: string;
  declare freeText: string;
  declare remark: string;
  /** As the application states it, with the fees of that day; making and mailing the copies is the papers module's. */
  declare paper: (Omit<PaperReply, 'fees' | 'progress'> & { fees?: PaperFees }) | null;
  declare reviewMode: ReviewMode;
  declare state: ApplicationState;
  declare outcome: Outcome | null;
  declare opinion: string;
  declare findings: Finding[];
  declare doubts: number;
  /** How many of the doubts nobody can settle. */
  declare contradictions: CreationOptional<number>;
  /** 退回补正: since when, until when; null: it is not waiting for its member. */
  declare returnedAt: CreationOptional<number | null>;
  declare returnedUntil: CreationOptional<number | null>;
  declare returnReason: CreationOptional<string>;
  declare returnRequest: CreationOptional<string>;
  /** How long it has waited for its member, in ms: nobody's delay. */
  declare memberMs: CreationOptional<number>;
  declare submittedAt: number;
  declare decidedAt: number | null;
  declare decidedBy: string;
  /** The certificate's own, for lists; written by write-issue-state.ts. */
  declare issueState: IssueState | null;
  /** The certificate's own, for lists, like its last valid day; null without one. */
  declare standing: CreationOptional<Certificate['standing'] | null>;
  declare expiresOn: CreationOptional<string | null>;
  /** The reviewer who had it open last; null: nobody yet. */
  declare attendedById: CreationOptional<number | null>;
  /** The bulk order that it came with. */
  declare bulkOrderId: CreationOptional<number | null>;
}
defineModel(
  Application,
  {
    id: id(),
    number: DataTypes.STRING,
    typeId: DataTypes.BIGINT,
    applicantKind: DataTypes.STRING,
    applicantId: DataTypes.BIGINT,
    applicantName: DataTypes.STRING,
    accountId: DataTypes.BIGINT,
    idempotencyKey: DataTypes.STRING,
    contentHash: DataTypes.STRING,
    email: DataTypes.STRING,
    sinceOn: DataTypes.STRING,
    sinceFirstPractice: { type: DataTypes.BOOLEAN, defaultValue: false },
    year: DataTypes.BIGINT,
    country: DataTypes.STRING,
    latinName: DataTypes.STRING,
    hasConsent: DataTypes.BOOLEAN,
    purpose: DataTypes.STRING,
    freeText: DataTypes.TEXT,
    remark: DataTypes.STRING,
    paper: jsonColumn('paper'),
    reviewMode: DataTypes.STRING,
    state: DataTypes.STRING,
    outcome: DataTypes.STRING,
    opinion: DataTypes.STRING,
    findings: jsonColumn('findings'),
    doubts: DataTypes.BIGINT,
    contradictions: { type: DataTypes.BIGINT, defaultValue: 0 },
    returnedAt: DataTypes.BIGINT,
    returnedUntil: DataTypes.BIGINT,
    returnReason: { type: DataTypes.STRING, defaultValue: '' },
    returnRequest: { type: DataTypes.STRING, defaultValue: '' },
    memberMs: { type: DataTypes.BIGINT, defaultValue: 0 },
    submittedAt: DataTypes.BIGINT,
    decidedAt: DataTypes.BIGINT,
    decidedBy: DataTypes.STRING,
    issueState: DataTypes.STRING,
    standing: DataTypes.STRING,
    expiresOn: DataTypes.STRING,
    attendedById: DataTypes.BIGINT,
    bulkOrderId: DataTypes.BIGINT,
  },
  { tableName: 'applications' },
);

/** A lawyer named in an application, in the order in which the letter names them. */
export class ApplicationLawyer extends Model<
  InferAttributes<ApplicationLawyer>,
  InferCreationAttributes<ApplicationLawyer>
> {
  declare id: CreationOptional<number>;
  declare applicationId: number;
  declare lawyerId: number;
  declare position: number;
}
defineModel(
  ApplicationLawyer,
  { id: id(), applicationId: DataTypes.BIGINT, lawyerId: DataTypes.BIGINT, position: DataTypes.BIGINT },
  { tableName: 'application_lawyers' },
);

export class Certificate extends Model<InferAttributes<Certificate>, InferCreationAttributes<Certificate>> {
  declare id: CreationOptional<number>;
  declare applicationId: number;
  declare wordingId: number;
  declare number: string;
  declare token: string;
  declare code: string;
  declare letter: LetterContent;
  declare decidedAt: number;
  declare issueState: IssueState;
  declare issuedAt: number | null;
  declare storageKey: string | null;
  declare sha256: string | null;
  declare pages: number | null;
  declare signer: string;
  declare isTest: boolean;
  declare standing: Exclude<CertificateStanding, 'expired'>;
  declare standingAt: number | null;
  declare standingReason: string;
  declare expiresOn: string | null;
  /** The certificate that this one corrects, and the one that corrects this one. */
  declare replacesId: CreationOptional<number | null>;
  declare replacedById: CreationOptional<number | null>;
}
/** A certificate whose document is made: what the row then says of it. */
export type IssuedCertificate = Certificate & { issuedAt: number; storageKey: string; sha256: string; pages: number };
defineModel(
  Certificate,
  {
    id: id(),
    applicationId: DataTypes.BIGINT,
    wordingId: DataTypes.BIGINT,
    number: DataTypes.STRING,
    token: DataTypes.STRING,
    code: DataTypes.STRING,
    letter: jsonColumn('letter'),
    decidedAt: DataTypes.BIGINT,
    issueState: DataTypes.STRING,
    issuedAt: DataTypes.BIGINT,
    storageKey: DataTypes.STRING,
    sha256: DataTypes.STRING,
    pages: DataTypes.BIGINT,
    signer: DataTypes.STRING,
    isTest: DataTypes.BOOLEAN,
    standing: DataTypes.STRING,
    standingAt: DataTypes.BIGINT,
    standingReason: DataTypes.STRING,
    expiresOn: DataTypes.STRING,
    replacesId: DataTypes.BIGINT,
    replacedById: DataTypes.BIGINT,
  },
  { tableName: 'certificates' },
);

/** A returned application that its member sent again, by the key of the form: a lost answer is asked for once more. */
export class ApplicationCompletion extends Model<
  InferAttributes<ApplicationCompletion>,
  InferCreationAttributes<ApplicationCompletion>
> {
  declare id: CreationOptional<number>;
  declare applicationId: number;
  declare accountId: number;
  declare idempotencyKey: string;
  declare contentHash: string;
  declare createdAt: number;
}
defineModel(
  ApplicationCompletion,
  {
    id: id(),
    applicationId: DataTypes.BIGINT,
    accountId: DataTypes.BIGINT,
    idempotencyKey: DataTypes.STRING,
    contentHash: DataTypes.STRING,
    createdAt: DataTypes.BIGINT,
  },
  { tableName: 'application_completions' },
);
