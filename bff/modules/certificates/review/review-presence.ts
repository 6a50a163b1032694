import { leave, meet, othersAt } from '../../../platform/kv/presence.ts';
import type { StaffActor } from '../../../actor.ts';
import { Application } from '../model.ts';
import { loadFor } from '../policy.ts';

const keyOf = (applicationId: number) => `reviewing:${applicationId}`;

/** Says that this reviewer looks at the application, and who else does; a courtesy (presence.ts). Throws `not_found`. */
export async function announcePresence(what: {
  actor: StaffActor;
  id: number;
}): Promise<{ others: string[]; application: Application }> {
  const { actor, id } = what;
  const { application } = await loadFor(actor, 'show', id);
  const { accountId, name } = actor;
  // Kept with the row, so that what one has begun is found again; whoever looks last has it.
  if (application.state === 'pending' && application.attendedById !== accountId) {
    await Application.update({ attendedById: accountId }, { where: { id, state: 'pending' } });
  }
  const others = await meet(keyOf(id), { accountId, name, isWriting: false });
  return { others: others.map((other) => other.name), application };
}

/** Says that this reviewer has gone on. Throws `not_found`. */
export async function endPresence({ actor, id }: { actor: StaffActor; id: number }): Promise<void> {
  await loadFor(actor, 'show', id);
  await leave(keyOf(id), actor.accountId);
}

/** The first of these applications that nobody else looks at; the first at all when every one is taken. */
export async function firstUnattended(actor: StaffActor, ids: number[]): Promise<number | null> {
  const taken = await Promise.all(ids.map(async (id) => (await othersAt(keyOf(id), actor.accountId)).length > 0));
  return ids.find((_id, place) => !taken[place]) ?? ids[0] ?? null;
}
