import { UniqueConstraintError, type CreationAttributes, type Transaction } from 'sequelize';
import type { MemberActor } from '../../actor.ts';
import { AppError } from '../../errors.ts';
import { env } from '../../env.ts';
import { clock } from '../../platform/clock/clock.ts';
import type { OidcIdentity } from '../../platform/oidc/identify.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { tellAccount } from '../sign-in/contacts/tell-account.ts';
import { endOidcBinding } from './end-binding.ts';
import { OidcBinding, OidcSession } from './model.ts';

/** A firm's account is used by some of its office; a lawyer's by one person. */
const MAX_BINDINGS = 5;

/**
 * Binds an identity to the actor's account and notes the session that goes with it. An identity has one account: another
 * one before is left, and what it had opened is closed. Every contact of the account is told of a new one: whoever has
 * stolen the password keeps a way in by it that a changed password does not close. Throws `wrong_state` when the account has too many, and
 * `changed_meanwhile` when the identity is being bound elsewhere at this very moment.
 */
export async function writeBinding(
  bound: { identity: OidcIdentity; actor: MemberActor; sessionId: number },
  t: Transaction,
): Promise<void> {
  const { identity, actor, sessionId } = bound;
  const { issuer, subject, name } = identity;
  const { accountId } = actor;
  const known = await OidcBinding.findOne({ where: { issuer, subject }, transaction: t, lock: t.LOCK.UPDATE });
  if (known && known.accountId !== accountId) await endOidcBinding(known, t);
  const own = known?.accountId === accountId ? known : null;
  // Whoever signs in holds the account's row by now: of two at once, the second counts the first.
  if (!own && (await OidcBinding.count({ where: { accountId }, transaction: t })) >= MAX_BINDINGS) {
    throw new AppError('wrong_state', {
      message: `每个账号最多绑定${MAX_BINDINGS}个${env.OIDC_NAME}账号，请先解除不再使用的绑定`,
    });
  }
  const now = clock.now();
  const columns = { name, lastUsedAt: now };
  const binding = own
    ? await own.update(columns, { transaction: t })
    : await create({ ...columns, accountId, issuer, subject, boundAt: now }, t);
  await OidcSession.create({ bindingId: binding.id, sessionId }, { transaction: t });
  if (!own) {
    const who = name === '' ? '账号' : `账号“${name}”`;
    const detail = `${env.OIDC_NAME}的${who}已绑定，今后可以用它登录。不再使用的，请在“我的 › 微信绑定”中解除。`;
    await tellAccount({ actor, notice: 'way_bound', detail }, t);
  }
  await writeAudit(
    { actor, action: 'oidc.bound', targetKind: 'account', targetId: accountId, target: actor.name, detail: name },
    t,
  );
}

async function create(columns: CreationAttributes<OidcBinding>, t: Transaction): Promise<OidcBinding> {
  try {
    return await OidcBinding.create(columns, { transaction: t });
  } catch (error) {
    if (!(error instanceof UniqueConstraintError)) throw error;
    throw new AppError('changed_meanwhile', { message: '此账号刚刚在别处绑定，请重新进入' });
  }
}
