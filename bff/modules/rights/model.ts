import { Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import type { DownloadParts, DownloadState, RetentionKind } from '../../contract/rights/enums.ts';
import { day, id, number, optionalInstant, reference, string } from '../../platform/db/attributes.ts';
import { defineModel } from '../../platform/db/models.ts';

/** A file of everything that is held about a lawyer, asked for by the account; stored encrypted under a key in its row. */
export class DataDownload extends Model<InferAttributes<DataDownload>, InferCreationAttributes<DataDownload>> {
  declare id: CreationOptional<number>;
  declare lawyerId: number;
  declare accountId: number;
  declare parts: CreationOptional<DownloadParts>;
  declare state: DownloadState;
  declare askedAt: number;
  declare readyAt: number | null;
  declare keptUntil: number | null;
  declare takenAt: number | null;
  declare storageKey: string;
  declare keySealed: string;
}
defineModel(
  DataDownload,
  {
    id: id(),
    lawyerId: reference(),
    accountId: reference(),
    parts: { ...string(), defaultValue: 'usual' },
    state: string(),
    askedAt: number(),
    readyAt: optionalInstant(),
    keptUntil: optionalInstant(),
    takenAt: optionalInstant(),
    storageKey: string(),
    keySealed: string(),
  },
  { tableName: 'data_downloads' },
);

/** How much of a kind was removed on a day. */
export class RetentionRemoval extends Model<
  InferAttributes<RetentionRemoval>,
  InferCreationAttributes<RetentionRemoval>
> {
  declare id: CreationOptional<number>;
  declare onDay: string;
  declare kind: RetentionKind;
  declare removed: number;
}
defineModel(
  RetentionRemoval,
  { id: id(), onDay: day(), kind: string(), removed: number() },
  { tableName: 'retention_removals' },
);
