import type { MemberActor } from '../../../actor.ts';
import { countOwn } from './count-own.ts';
import { readLatest } from './list-applications.ts';

/** Applications that a home page shows. */
const RECENT = 5;

/** The member's own numbers, and what was applied for last. */
export async function readWorkbench(actor: MemberActor) {
  const [numbers, recent] = await Promise.all([countOwn(actor), readLatest(actor, RECENT)]);
  return { ...numbers, recent };
}
