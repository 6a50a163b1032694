import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { id } from '../../platform/db/attributes.ts';
import { defineModel } from '../../platform/db/models.ts';

/** A link to one certificate for one recipient. */
export class ShareLink extends Model<InferAttributes<ShareLink>, InferCreationAttributes<ShareLink>> {
  declare id: CreationOptional<number>;
  declare certificateId: number;
  declare accountId: number;
  declare tokenHash: string;
  declare tokenSealed: string;
  declare recipient: string;
  declare purpose: string;
  declare codeSealed: string | null;
  declare codeTries: number;
  declare viewLimit: number | null;
  declare views: number;
  declare mayDownload: boolean;
  declare createdAt: number;
  declare expiresAt: number;
  declare revokedAt: number | null;
  /** The version of its terms; views do not count. */
  declare version: number;
}
defineModel(
  ShareLink,
  {
    id: id(),
    certificateId: DataTypes.BIGINT,
    accountId: DataTypes.BIGINT,
    tokenHash: DataTypes.STRING,
    tokenSealed: DataTypes.STRING,
    recipient: DataTypes.STRING,
    purpose: DataTypes.STRING,
    codeSealed: DataTypes.STRING,
    codeTries: DataTypes.BIGINT,
    viewLimit: DataTypes.BIGINT,
    views: DataTypes.BIGINT,
    mayDownload: DataTypes.BOOLEAN,
    createdAt: DataTypes.BIGINT,
    expiresAt: DataTypes.BIGINT,
    revokedAt: DataTypes.BIGINT,
    version: DataTypes.BIGINT,
  },
  { tableName: 'share_links' },
);

/** That a link was opened. */
export class ShareView extends Model<InferAttributes<ShareView>, InferCreationAttributes<ShareView>> {
  declare id: CreationOptional<number>;
  declare linkId: number;
  declare visitHash: string;
  declare at: number;
  declare device: string;
}
defineModel(
  ShareView,
  {
    id: id(),
    linkId: DataTypes.BIGINT,
    visitHash: DataTypes.STRING,
    at: DataTypes.BIGINT,
    device: DataTypes.STRING,
  },
  { tableName: 'share_views' },
);
