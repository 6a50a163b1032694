import { Model, type CreationOptional, type InferAttributes, type InferCreationAttributes } from 'sequelize';
import { id, string, number } from '../../platform/db/attributes.ts';
import { defineModel } from '../../platform/db/models.ts';

/** An identity at the association's own site that opens an account. An account may have some, an identity has one. */
export class OidcBinding extends Model<InferAttributes<OidcBinding>, InferCreationAttributes<OidcBinding>> {
  declare id: CreationOptional<number>;
  declare accountId: number;
  declare issuer: string;
  declare subject: string;
  declare name: string;
  declare boundAt: number;
  declare lastUsedAt: number;
}

/** A session that a binding opened: it ends with it. */
export class OidcSession extends Model<InferAttributes<OidcSession>, InferCreationAttributes<OidcSession>> {
  declare id: CreationOptional<number>;
  declare bindingId: number;
  declare sessionId: number;
}

defineModel(
  OidcBinding,
  {
    id: id(),
    accountId: number(),
    issuer: string(),
    subject: string(),
    name: string(),
    boundAt: number(),
    lastUsedAt: number(),
  },
  { tableName: 'oidc_bindings' },
);
defineModel(OidcSession, { id: id(), bindingId: number(), sessionId: number() }, { tableName: 'oidc_sessions' });
