import type { StaffActor } from '../../../actor.ts';
import { leave, meet } from '../../../platform/kv/presence.ts';
import { loadProfile } from '../policy.ts';

const keyOf = (profileId: number) => `reviewing-profile:${profileId}`;

/** Says that this reviewer has the profile open, and who else has; a courtesy (presence.ts). Throws `not_found`. */
export async function meetAtProfile({ actor, id }: { actor: StaffActor; id: number }): Promise<{ others: string[] }> {
  await loadProfile(actor, id);
  const { accountId, name } = actor;
  const others = await meet(keyOf(id), { accountId, name, isWriting: false });
  return { others: others.map((other) => other.name) };
}

/** Says that this reviewer has gone on. Throws `not_found`. */
export async function leaveProfile({ actor, id }: { actor: StaffActor; id: number }): Promise<void> {
  await loadProfile(actor, id);
  await leave(keyOf(id), actor.accountId);
}
