import { UniqueConstraintError, type CreationAttributes, type Transaction } from 'sequelize';
import { AppError } from '../../errors.ts';
import { clock } from '../../platform/clock/clock.ts';
import type { WechatIdentity } from '../../platform/wechat/identify.ts';
import type { MemberActor } from '../../actor.ts';
import { env } from '../../env.ts';
import { writeAudit } from '../audit/write-audit.ts';
import { tellAccount } from '../sign-in/contacts/tell-account.ts';
import { endBinding } from './end-binding.ts';
import { WechatBinding, WechatSession } from './model.ts';

/** An account has so many people at most; a firm's office is smaller. */
const MAX_BINDINGS = 20;

/**
 * Binds a WeChat to the actor's account and notes the session that goes with it. A WeChat has one account: another one
 * before is left, and what it had opened is closed. Every contact of the account is told of a new one, as of a new identity
 * of the member centre (ADR 69): whoever has stolen the password, or a telephone that is signed in, keeps a way in by it that
 * a changed password does not close. Throws `wrong_state` when the account has too many, and `changed_meanwhile` when the
 * WeChat is being bound elsewhere at this very moment.
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
    : await create({ ...columns, accountId, appid, openid, unionid, boundAt: now }, t);
  const link = { bindingId: binding.id, sessionId: bound.sessionId };
  if (!(await WechatSession.findOne({ where: link, transaction: t })))
    await WechatSession.create(link, { transaction: t });
  if (!own) {
    // The label is not repeated: whoever binds chooses its words, and this notice is the association's.
    const where = appid === env.WECHAT_APPID ? '微信小程序' : '微信网页';
    const detail = `一个微信（${where}）已绑定，今后可以用它登录。不是您或本单位人员绑定的，请在“我的 › 微信绑定”中解除，并修改密码。`;
    await tellAccount({ actor, notice: 'way_bound', detail }, t);
  }
  await writeAudit(
    { actor, action: 'wechat.bound', targetKind: 'account', targetId: accountId, target: actor.name, detail: label },
    t,
  );
  return binding;
}

async function create(columns: CreationAttributes<WechatBinding>, t: Transaction): Promise<WechatBinding> {
  try {
    return await WechatBinding.create(columns, { transaction: t });
  } catch (error) {
    if (!(error instanceof UniqueConstraintError)) throw error;
    throw new AppError('changed_meanwhile', { message: '此微信刚刚在别处绑定，请重新进入' });
  }
}
