import { KeyValueError } from '../../../platform/kv/key-value.ts';
import { kv } from '../../../platform/kv/kv.ts';
import type { StaffActor } from '../../../actor.ts';
import type { Application } from '../model.ts';
import { loadFor } from '../policy.ts';

/** Three times the interval at which an open page says so (admin: use-presence.ts): one lost message harms nothing. */
const HERE_MS = 45_000;

interface Here {
  accountId: number;
  name: string;
  until: number;
}
const keyOf = (applicationId: number) => `reviewing:${applicationId}`;

/**
 * Says that this reviewer looks at the application, and who else does. It is only a courtesy: the decision itself is
 * guarded by the row's lock, so two who arrive in one instant may miss each other until the next message, and without
 * Redis nobody is shown. Throws `not_found`.
 */
export async function announcePresence(what: {
  actor: StaffActor;
  id: number;
}): Promise<{ others: string[]; application: Application }> {
  const { actor, id } = what;
  const { application } = await loadFor(actor, 'show', id);
  return { others: await meet(actor, id), application };
}

/** Says that this reviewer has gone on. Throws `not_found`. */
export async function endPresence({ actor, id }: { actor: StaffActor; id: number }): Promise<void> {
  await loadFor(actor, 'show', id);
  await orNobody(async () => {
    const others = (await hereNow(id)).filter(({ accountId }) => accountId !== actor.accountId);
    if (others.length > 0) await keep(id, others);
    else await kv.delete(keyOf(id));
    return [];
  });
}

/** The first of these applications that nobody else looks at; the first at all when every one is taken. */
export async function firstUnattended(actor: StaffActor, ids: number[]): Promise<number | null> {
  const isTaken = async (id: number) => (await hereNow(id)).some(({ accountId }) => accountId !== actor.accountId);
  const taken = await orNobody(() => Promise.all(ids.map(isTaken)));
  return ids.find((_id, place) => !taken[place]) ?? ids[0] ?? null;
}

function meet(actor: StaffActor, id: number): Promise<string[]> {
  return orNobody(async () => {
    const others = (await hereNow(id)).filter(({ accountId }) => accountId !== actor.accountId);
    await keep(id, [...others, { accountId: actor.accountId, name: actor.name, until: Date.now() + HERE_MS }]);
    return others.map(({ name }) => name);
  });
}

async function hereNow(id: number): Promise<Here[]> {
  const text = await kv.get(keyOf(id));
  const known = text === undefined ? [] : (JSON.parse(text) as Here[]);
  return known.filter(({ until }) => until > Date.now());
}

const keep = (id: number, here: Here[]) => kv.set(keyOf(id), JSON.stringify(here), { ttlMs: HERE_MS });

async function orNobody<Item>(look: () => Promise<Item[]>): Promise<Item[]> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof KeyValueError) return [];
    throw error;
  }
}
