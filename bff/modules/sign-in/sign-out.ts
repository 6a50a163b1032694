import type { Actor } from '../../actor.ts';
import { Session } from '../accounts/model.ts';

/** Ends the session the request came with. */
export async function signOut({ actor }: { actor: Actor }): Promise<void> {
  await Session.destroy({ where: { id: actor.sessionId, accountId: actor.accountId } });
}
