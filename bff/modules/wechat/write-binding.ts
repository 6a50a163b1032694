import type { Transaction } from 'sequelize';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import type { WechatIdentity } from '../../platform/wechat/identify.ts';
import type { MemberActor } from '../../actor.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { endBinding } from './end-binding.ts';
import { WechatBinding, WechatSession } from './model.ts';

/** An account has so many people at most; a firm's office is smaller. */
const MAX_BINDINGS = 20;

/**
 * Binds a WeChat to the actor's account and notes the session that goes with it. A WeChat has one account: another one
 * before is left, and what it had opened is closed. Throws `wrong_state` when the account has too many.
 */
export async function writeBinding(
  bound: {
    identity: WechatIdentity;
    actor: MemberActor;
    sessionId: number;
    proof: WechatBinding['proof'];
    label: string;
  },
  t: Transaction,
): Promise<WechatBinding> {
  const { identity, actor, proof, label } = bound;
  const { appid, openid, unionid } = identity;
  const { accountId } = actor;
  const known = await WechatBinding.findOne({ where: { appid, openid }, transaction: t, lock: t.LOCK.UPDATE });
  if (known && known.accountId !== accountId) await endBinding(known, t);
  const own = known?.accountId === accountId ? known : null;
  if (!own && (await WechatBinding.count({ where: { accountId }, transaction: t })) >= MAX_BINDINGS) {
    throw new AppError('wrong_state', { message: `每个账号最多绑定${MAX_BINDINGS}个微信，请先解除不再使用的绑定` });
  }
  const now = clock.now();
  const columns = { proof, lastUsedAt: now, label: label || (own?.label ?? '') };
  const binding = own
    ? await own.update(columns, { transaction: t })
    : await WechatBinding.create({ ...columns, accountId, appid, openid, unionid, boundAt: now }, { transaction: t });
  const link = { bindingId: binding.id, sessionId: bound.sessionId };
  if (!(await WechatSession.findOne({ where: link, transaction: t })))
    await WechatSession.create(link, { transaction: t });
  await writeAudit(
    { actor, action: 'wechat.bound', targetKind: 'account', targetId: accountId, target: actor.name, detail: label },
    t,
  );
  return binding;
}
