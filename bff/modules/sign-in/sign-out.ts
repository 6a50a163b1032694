import type { Actor, InSession } from '../../actor.ts';
import { Session } from '../accounts/model.ts';

/** Ends the session the request came with. */
export async function signOut({ actor }: { actor: Actor & InSession }): Promise<void> {
  await Session.destroy({ where: { id: actor.sessionId, accountId: actor.accountId } });
}
