import type { InSession, MemberActor } from '../../actor.ts';
import { WechatBinding, WechatSession } from './model.ts';

/** The WeChats that open the actor's account, and which of them opened this session. */
export async function listBindings({
  actor,
}: {
  actor: MemberActor & InSession;
}): Promise<{ bindings: WechatBinding[]; currentId: number | null }> {
  const order: [string, string][] = [['id', 'ASC']];
  const bindings = await WechatBinding.findAll({ where: { accountId: actor.accountId }, order });
  const session = await WechatSession.findOne({ where: { sessionId: actor.sessionId } });
  return { bindings, currentId: session?.bindingId ?? null };
}
