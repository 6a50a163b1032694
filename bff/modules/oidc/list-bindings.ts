import type { InSession, MemberActor } from '../../actor.ts';
import { OidcBinding, OidcSession } from './model.ts';

/** The identities that open the actor's account, and which of them opened this session. */
export async function listBindings({
  actor,
}: {
  actor: MemberActor & InSession;
}): Promise<{ bindings: OidcBinding[]; currentId: number | null }> {
  const order: [string, string][] = [['id', 'ASC']];
  const bindings = await OidcBinding.findAll({ where: { accountId: actor.accountId }, order });
  const session = await OidcSession.findOne({ where: { sessionId: actor.sessionId } });
  return { bindings, currentId: session?.bindingId ?? null };
}
