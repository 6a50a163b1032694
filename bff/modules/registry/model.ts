import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { id, reference, optionalReference, string, day, optionalDay, number } from '../../platform/db/attributes.ts';
import type {
  DisciplineKind,
  DisciplineState,
  FirmKind,
  FirmStatus,
  IdentityKind,
  LawyerCategory,
  LawyerStatus,
  Sex,
} from '../../contract/registry/enums.ts';
import { defineModel } from '../../platform/db/models.ts';

/** Tables of modules below that SQL of this one reads. */
export const reads = ['accounts', 'audit_entries'] as const;

/** A member firm or office. */
export class Firm extends Model<InferAttributes<Firm>, InferCreationAttributes<Firm>> {
  declare id: CreationOptional<number>;
  declare name: string;
  declare nameKey: string;
  declare englishName: CreationOptional<string>;
  /** null: staff have not confirmed the English name as it stands. */
  declare englishNameConfirmedOn: CreationOptional<string | null>;
  declare kind: FirmKind;
  declare licenceNo: string;
  declare uscc: string;
  declare address: string;
  declare approvedOn: string;
  declare status: FirmStatus;
  /** null: not cancelled, or the day is unknown. */
  declare cancelledOn: CreationOptional<string | null>;
  declare personInCharge: string;
  declare phone: string;
  declare email: string;
  /** When staff or an import changed it last; null: as registered at first. What has just changed opens nothing yet. */
  declare phoneChangedAt: CreationOptional<number | null>;
  declare emailChangedAt: CreationOptional<number | null>;
  /** As above, of the person in charge. */
  declare headChangedAt: CreationOptional<number | null>;
  declare pendingChange: string;
  declare version: number;
  declare createdAt: number;
  declare updatedAt: number;
}

/** A name a firm bore until `untilOn`, that day included. */
export class FirmFormerName extends Model<InferAttributes<FirmFormerName>, InferCreationAttributes<FirmFormerName>> {
  declare id: CreationOptional<number>;
  declare firmId: number;
  declare name: string;
  declare untilOn: string;
  declare version: CreationOptional<number>;
}

/** A member lawyer. The identity number is encrypted; see facts/identity.ts. */
export class Lawyer extends Model<InferAttributes<Lawyer>, InferCreationAttributes<Lawyer>> {
  declare id: CreationOptional<number>;
  declare name: string;
  declare nameKey: string;
  declare latinName: string;
  /** null: staff have not confirmed the name as it stands. */
  declare latinNameConfirmedOn: CreationOptional<string | null>;
  declare sex: Sex;
  declare licenceNo: string;
  declare identityKind: IdentityKind;
  declare identitySealed: string;
  declare identityIndex: string;
  declare identityMatchedOn: string | null;
  declare category: LawyerCategory;
  declare status: LawyerStatus;
  /** null: not cancelled, or the day is unknown. */
  declare cancelledOn: CreationOptional<string | null>;
  declare firmId: number | null;
  declare joinedOn: string;
  declare firstPractisedOn: string;
  declare phone: string;
  declare email: string;
  /** When name, status or firm changed last, or the lawyer was entered; null: from before. */
  declare placedAt: CreationOptional<number | null>;
  /** When staff or an import changed it last; null: as registered at first. What has just changed opens nothing yet. */
  declare phoneChangedAt: CreationOptional<number | null>;
  declare emailChangedAt: CreationOptional<number | null>;
  declare pendingChange: string;
  declare version: number;
  declare createdAt: number;
  declare updatedAt: number;
}

/**
 * The time a lawyer practised in one firm, both days included; `untilOn` null: still there. A firm of another
 * association has no id here, only `outsideFirmName`.
 */
export class LawyerFirmPeriod extends Model<
  InferAttributes<LawyerFirmPeriod>,
  InferCreationAttributes<LawyerFirmPeriod>
> {
  declare id: CreationOptional<number>;
  declare lawyerId: number;
  declare firmId: number | null;
  declare outsideFirmName: string;
  declare fromOn: string;
  declare untilOn: string | null;
  declare version: CreationOptional<number>;
}

/** 行业处分 of a firm or of a lawyer: exactly one of both ids is set. */
export class DisciplineRecord extends Model<
  InferAttributes<DisciplineRecord>,
  InferCreationAttributes<DisciplineRecord>
> {
  declare id: CreationOptional<number>;
  declare firmId: number | null;
  declare lawyerId: number | null;
  declare kind: DisciplineKind;
  declare state: DisciplineState;
  declare documentNo: string;
  declare decidedOn: string | null;
  declare effectiveFromOn: string | null;
  declare effectiveUntilOn: string | null;
  declare remark: string;
  declare version: number;
  declare createdAt: number;
  declare updatedAt: number;
}

const firstVersion = () => ({ ...number(), defaultValue: 1 });
const housekeeping = () => ({ version: number(), createdAt: number(), updatedAt: number() });

defineModel(
  Firm,
  {
    id: id(),
    name: string(),
    nameKey: string(),
    englishName: { ...string(), defaultValue: '' },
    englishNameConfirmedOn: optionalDay(),
    kind: string(),
    licenceNo: string(),
    uscc: string(),
    address: string(),
    approvedOn: day(),
    status: string(),
    cancelledOn: optionalDay(),
    personInCharge: string(),
    phone: string(),
    email: string(),
    phoneChangedAt: { type: DataTypes.BIGINT },
    emailChangedAt: { type: DataTypes.BIGINT },
    headChangedAt: { type: DataTypes.BIGINT },
    pendingChange: string(),
    ...housekeeping(),
  },
  { tableName: 'firms' },
);
defineModel(
  FirmFormerName,
  { id: id(), firmId: reference(), name: string(), untilOn: day(), version: firstVersion() },
  { tableName: 'firm_former_names' },
);
defineModel(
  Lawyer,
  {
    id: id(),
    name: string(),
    nameKey: string(),
    latinName: string(),
    latinNameConfirmedOn: optionalDay(),
    sex: string(),
    licenceNo: string(),
    identityKind: string(),
    identitySealed: string(),
    identityIndex: string(),
    identityMatchedOn: optionalDay(),
    category: string(),
    status: string(),
    cancelledOn: optionalDay(),
    firmId: optionalReference(),
    joinedOn: day(),
    firstPractisedOn: day(),
    phone: string(),
    email: string(),
    placedAt: { type: DataTypes.BIGINT },
    phoneChangedAt: { type: DataTypes.BIGINT },
    emailChangedAt: { type: DataTypes.BIGINT },
    pendingChange: string(),
    ...housekeeping(),
  },
  { tableName: 'lawyers' },
);
defineModel(
  LawyerFirmPeriod,
  {
    id: id(),
    lawyerId: reference(),
    firmId: optionalReference(),
    outsideFirmName: string(),
    fromOn: day(),
    untilOn: optionalDay(),
    version: firstVersion(),
  },
  { tableName: 'lawyer_firm_periods' },
);
defineModel(
  DisciplineRecord,
  {
    id: id(),
    firmId: optionalReference(),
    lawyerId: optionalReference(),
    kind: string(),
    state: string(),
    documentNo: string(),
    decidedOn: optionalDay(),
    effectiveFromOn: optionalDay(),
    effectiveUntilOn: optionalDay(),
    remark: string(),
    ...housekeeping(),
  },
  { tableName: 'discipline_records' },
);
