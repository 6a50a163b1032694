import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { ImportKind, RunOutcome, RunState } from '../../contract/imports/enums.ts';
import type { ImportRow } from '../../contract/imports/replies.ts';
import { flag, id, number, reference, string } from '../../platform/db/attributes.ts';
import { jsonColumn } from '../../platform/db/json-column.ts';
import { defineModel } from '../../platform/db/models.ts';

const count = () => ({ ...number(), defaultValue: 0 });

/** A large sheet on its way into the registry. */
export class ImportRun extends Model<InferAttributes<ImportRun>, InferCreationAttributes<ImportRun>> {
  declare id: CreationOptional<number>;
  declare kind: ImportKind;
  declare fileName: string;
  declare accountId: number;
  declare accountName: string;
  declare address: string;
  /** Field of each column, the heading of one that is not read; null above nothing. */
  declare header: (string | null)[];
  /** discarded: given up; its rows are going. */
  declare state: RunState | 'discarded';
  declare total: number;
  declare checked: number;
  declare applied: number;
  /** Rows to look at before it is applied (contract/imports/noted.ts). */
  declare held: CreationOptional<number>;
  declare doubtful: CreationOptional<number>;
  declare unseen: CreationOptional<number>;
  declare createdAt: number;
  declare endedAt: number | null;
}
defineModel(
  ImportRun,
  {
    id: id(),
    kind: string(),
    fileName: string(),
    accountId: number(),
    accountName: string(),
    address: string(),
    header: jsonColumn('header'),
    state: string(),
    total: number(),
    checked: number(),
    applied: number(),
    held: count(),
    doubtful: count(),
    unseen: count(),
    createdAt: number(),
    endedAt: DataTypes.BIGINT,
  },
  { tableName: 'import_runs' },
);

/** One row of the sheet. */
export class ImportLine extends Model<InferAttributes<ImportLine>, InferCreationAttributes<ImportLine>> {
  declare id: CreationOptional<number>;
  declare runId: number;
  declare number: number;
  declare isHidden: boolean;
  /** Encrypted; empty once the line is done with. */
  declare cells: string;
  declare keyIndex: string;
  /** Lines of the same are judged together; empty for those that stand in nobody's way. */
  declare kinIndex: string;
  declare outcome: RunOutcome | 'waiting';
  declare isDue: boolean;
  declare result: ImportRow | null;
}
defineModel(
  ImportLine,
  {
    id: id(),
    runId: reference(),
    number: number(),
    isHidden: flag(),
    cells: string(),
    keyIndex: string(),
    kinIndex: string(),
    outcome: string(),
    isDue: flag(),
    result: jsonColumn('result'),
  },
  { tableName: 'import_lines' },
);

/** A piece of the file of a run that is not done with. */
export class ImportPiece extends Model<InferAttributes<ImportPiece>, InferCreationAttributes<ImportPiece>> {
  declare id: CreationOptional<number>;
  declare runId: number;
  /** Their order, from 0. */
  declare at: number;
  /** Encrypted. */
  declare bytes: Buffer;
}
defineModel(
  ImportPiece,
  { id: id(), runId: reference(), at: number(), bytes: { type: DataTypes.BLOB('medium'), allowNull: false } },
  { tableName: 'import_pieces' },
);
