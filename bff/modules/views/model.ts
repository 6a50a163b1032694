import { Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { ExportKey } from '../../contract/exports/enums.ts';
import type { ViewedPart } from '../../contract/views/enums.ts';
import { id, number, reference, string } from '../../platform/db/attributes.ts';
import { defineModel } from '../../platform/db/models.ts';

/** A look at what is sensitive, for the lawyer to read. */
export class PersonalView extends Model<InferAttributes<PersonalView>, InferCreationAttributes<PersonalView>> {
  declare id: CreationOptional<number>;
  declare lawyerId: number;
  declare part: ViewedPart;
  declare reason: string;
  declare byKind: 'staff' | 'firm';
  declare byId: number;
  declare byName: string;
  declare byRoles: string;
  declare at: number;
}
defineModel(
  PersonalView,
  {
    id: id(),
    lawyerId: reference(),
    part: string(),
    reason: string(),
    byKind: string(),
    byId: number(),
    byName: string(),
    byRoles: string(),
    at: number(),
  },
  { tableName: 'personal_views' },
);

/** That a list which somebody of the staff took as a file held a lawyer's row. */
export class ExportedLawyer extends Model<InferAttributes<ExportedLawyer>, InferCreationAttributes<ExportedLawyer>> {
  declare id: CreationOptional<number>;
  declare exportId: number;
  declare lawyerId: number;
  declare list: ExportKey;
  declare byId: number;
  declare byRoles: string;
  declare at: number;
}
defineModel(
  ExportedLawyer,
  {
    id: id(),
    exportId: reference(),
    lawyerId: reference(),
    list: string(),
    byId: number(),
    byRoles: string(),
    at: number(),
  },
  { tableName: 'exported_lawyers' },
);
