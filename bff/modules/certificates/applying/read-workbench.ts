import type { MemberActor } from '../../../actor.ts';
import { countOwn, listOwnApplications } from './list-applications.ts';

/** Applications that a home page shows. */
const RECENT = 5;

/** The member's own numbers, and what was applied for last. */
export async function readWorkbench(actor: MemberActor) {
  const recent = await listOwnApplications(actor, { limit: RECENT, order: 'newest' });
  return { ...(await countOwn(actor)), recent: recent.items };
}
