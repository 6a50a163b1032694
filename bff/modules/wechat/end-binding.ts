import type { Transaction } from 'sequelize';
import type { Events } from '../../events.ts';
import { endSessions } from '../accounts/end-sessions.ts';
import { dropWechat } from '../outbox/wechat-later.ts';
import { WechatBinding, WechatSession } from './model.ts';

/** Removes a binding; what it had opened is closed, and what waits for it is not sent. */
export async function endBinding(binding: WechatBinding, t: Transaction): Promise<void> {
  const opened = await WechatSession.findAll({ where: { bindingId: binding.id }, transaction: t });
  await endSessions({ ids: opened.map(({ sessionId }) => sessionId) }, t);
  await dropWechat({ openid: binding.openid, bindingId: binding.id }, t);
  await binding.destroy({ transaction: t });
}

/** Removes every binding of an account. */
export async function endBindings(accountId: number, t: Transaction): Promise<void> {
  const bindings = await WechatBinding.findAll({ where: { accountId }, transaction: t });
  for (const binding of bindings) await endBinding(binding, t);
}

/** The same once its password was set anew by a code. */
export async function endBindingsOf({ accountId }: Events['password.reset'], t: Transaction): Promise<void> {
  await endBindings(accountId, t);
}
