import { Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { ProfileImportOutcome, ProfileImportState } from '../../contract/profile-imports/enums.ts';
import type { ProfileImportLawyer } from '../../contract/profile-imports/replies.ts';
import type { SectionKey } from '../../contract/profile/profile.ts';
import { flag, id, number, optionalInstant, optionalString, reference, string } from '../../platform/db/attributes.ts';
import { jsonColumn } from '../../platform/db/json-column.ts';
import { defineModel } from '../../platform/db/models.ts';

/** A workbook of profiles that were approved elsewhere. */
export class Import extends Model<InferAttributes<Import>, InferCreationAttributes<Import>> {
  declare id: CreationOptional<number>;
  declare fileName: string;
  declare source: string;
  declare asOf: string;
  declare withSensitive: boolean;
  declare accountId: number;
  declare accountName: string;
  declare address: string;
  declare state: ProfileImportState;
  declare total: number;
  declare checked: number;
  declare applied: number;
  declare createdAt: number;
  declare endedAt: number | null;
}
defineModel(
  Import,
  {
    id: id(),
    fileName: string(),
    source: string(),
    asOf: string(),
    withSensitive: flag(),
    accountId: number(),
    accountName: string(),
    address: string(),
    state: string(),
    total: number(),
    checked: number(),
    applied: number(),
    createdAt: number(),
    endedAt: optionalInstant(),
  },
  { tableName: 'profile_imports' },
);

/** A row of one of its sheets. `cells`: encrypted. */
export class ImportRow extends Model<InferAttributes<ImportRow>, InferCreationAttributes<ImportRow>> {
  declare id: CreationOptional<number>;
  declare importId: number;
  declare licenceNo: string;
  declare section: SectionKey;
  declare number: number;
  declare cells: string;
}
defineModel(
  ImportRow,
  {
    id: id(),
    importId: reference(),
    licenceNo: string(),
    section: string(),
    number: number(),
    cells: string(),
  },
  { tableName: 'profile_import_rows' },
);

type Outcome = ProfileImportOutcome | 'waiting';

/** One lawyer of it: what becomes of all the rows together. */
export class ImportLawyer extends Model<InferAttributes<ImportLawyer>, InferCreationAttributes<ImportLawyer>> {
  declare id: CreationOptional<number>;
  declare importId: number;
  declare licenceNo: string;
  declare rowTotal: number;
  declare outcome: Outcome;
  declare isDue: boolean;
  declare result: ProfileImportLawyer | null;
}
defineModel(
  ImportLawyer,
  {
    id: id(),
    importId: reference(),
    licenceNo: string(),
    rowTotal: number(),
    outcome: string(),
    isDue: flag(),
    result: jsonColumn('result'),
  },
  { tableName: 'profile_import_lawyers' },
);

/** A photo that came with it. */
export class ImportPhoto extends Model<InferAttributes<ImportPhoto>, InferCreationAttributes<ImportPhoto>> {
  declare id: CreationOptional<number>;
  declare importId: number;
  declare licenceNo: string;
  declare fileName: string;
  declare outcome: Outcome;
  declare isDue: boolean;
  declare note: string;
  declare storageKey: string | null;
  declare keySealed: string | null;
}
defineModel(
  ImportPhoto,
  {
    id: id(),
    importId: reference(),
    licenceNo: string(),
    fileName: string(),
    outcome: string(),
    isDue: flag(),
    note: string(),
    storageKey: optionalString(),
    keySealed: optionalString(),
  },
  { tableName: 'profile_import_photos' },
);
