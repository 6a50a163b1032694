import { DataTypes, Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { id, string, number } from '../../platform/db/attributes.ts';
import { defineModel } from '../../platform/db/models.ts';

/** A WeChat that opens an account. An account may have several, a WeChat has one account. */
export class WechatBinding extends Model<InferAttributes<WechatBinding>, InferCreationAttributes<WechatBinding>> {
  declare id: CreationOptional<number>;
  declare accountId: number;
  declare appid: string;
  declare openid: string;
  declare unionid: string | null;
  declare label: string;
  declare proof: 'password' | 'phone';
  declare boundAt: number;
  declare lastUsedAt: number;
}

/** A session that a binding opened: it ends with it. */
export class WechatSession extends Model<InferAttributes<WechatSession>, InferCreationAttributes<WechatSession>> {
  declare id: CreationOptional<number>;
  declare bindingId: number;
  declare sessionId: number;
}

defineModel(
  WechatBinding,
  {
    id: id(),
    accountId: number(),
    appid: string(),
    openid: string(),
    unionid: { type: DataTypes.STRING },
    label: string(),
    proof: string(),
    boundAt: number(),
    lastUsedAt: number(),
  },
  { tableName: 'wechat_bindings' },
);
defineModel(WechatSession, { id: id(), bindingId: number(), sessionId: number() }, { tableName: 'wechat_sessions' });
