import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { ExportKey, ExportState } from '../../contract/exports/enums.ts';
import { id, number, string } from '../../platform/db/attributes.ts';
import { jsonColumn } from '../../platform/db/json-column.ts';
import { defineModel } from '../../platform/db/models.ts';

/** One export of a list: who took it, and how far its file is where one is made in the background. */
export class ExportRun extends Model<InferAttributes<ExportRun>, InferCreationAttributes<ExportRun>> {
  declare id: CreationOptional<number>;
  declare list: ExportKey;
  declare filter: Record<string, unknown>;
  declare accountId: number;
  declare accountName: string;
  declare address: string;
  declare state: ExportState;
  declare rowsDone: number;
  declare createdAt: number;
  declare endedAt: number | null;
  declare keptUntil: number | null;
}
defineModel(
  ExportRun,
  {
    id: id(),
    list: string(),
    filter: jsonColumn('filter'),
    accountId: number(),
    accountName: string(),
    address: string(),
    state: string(),
    rowsDone: number(),
    createdAt: number(),
    endedAt: DataTypes.BIGINT,
    keptUntil: DataTypes.BIGINT,
  },
  { tableName: 'export_runs' },
);

/** Where the file of an export is kept. One name for every attempt, so that whatever was written is found and removed. */
export const storageKeyOf = (id: number): string => `exports/${id}.xlsx`;
