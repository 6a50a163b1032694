import type { InSession, MemberActor } from '../../actor.ts';
import { listBindings } from '../wechat/list-bindings.ts';

/** The WeChat that opened the actor's session, and its label; a session opened by password alone has none. */
export async function personOf(actor: MemberActor & InSession): Promise<{ bindingId: number | null; person: string }> {
  const { bindings, currentId } = await listBindings({ actor });
  return { bindingId: currentId, person: bindings.find(({ id }) => id === currentId)?.label ?? '' };
}
