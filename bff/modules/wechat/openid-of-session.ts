import type { InSession, MemberActor } from '../../actor.ts';
import { WechatBinding, WechatSession } from './model.ts';

/** The person at the app whose binding opened the actor's session; null for a session that WeChat did not open. */
export async function openidOfSession({
  actor,
}: {
  actor: MemberActor & InSession;
}): Promise<{ appid: string; openid: string } | null> {
  const session = await WechatSession.findOne({ where: { sessionId: actor.sessionId } });
  const binding = session && (await WechatBinding.findByPk(session.bindingId));
  return binding ? { appid: binding.appid, openid: binding.openid } : null;
}
