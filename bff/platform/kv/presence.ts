import { KeyValueError } from './key-value.ts';
import { kv } from './kv.ts';

/** Three times the interval at which an open page says so (admin: use-presence.ts): one lost message harms nothing. */
const HERE_MS = 45_000;

export interface Here {
  accountId: number;
  name: string;
  /** Somebody is at something, e.g. writes an answer. */
  isWriting: boolean;
  until: number;
}

/**
 * Says who is here, and hears who else is. It is only a courtesy: acts are guarded by their rows' locks, so two who
 * arrive in one instant may miss each other until the next message, and without Redis nobody is shown.
 */
export function meet(key: string, who: Omit<Here, 'until'>): Promise<Here[]> {
  return orNobody(async () => {
    const others = await othersNow(key, who.accountId);
    await keep(key, [...others, { ...who, until: Date.now() + HERE_MS }]);
    return others;
  });
}

/** Says that somebody has gone on. */
export async function leave(key: string, accountId: number): Promise<void> {
  await orNobody(async () => {
    const others = await othersNow(key, accountId);
    if (others.length > 0) await keep(key, others);
    else await kv.delete(key);
    return [];
  });
}

/** Who is here besides somebody; nobody where it cannot be known. */
export const othersAt = (key: string, accountId: number): Promise<Here[]> => orNobody(() => othersNow(key, accountId));

async function othersNow(key: string, accountId: number): Promise<Here[]> {
  const text = await kv.get(key);
  const known = text === undefined ? [] : (JSON.parse(text) as Here[]);
  return known.filter((one) => one.until > Date.now() && one.accountId !== accountId);
}

const keep = (key: string, here: Here[]) => kv.set(key, JSON.stringify(here), { ttlMs: HERE_MS });

async function orNobody(look: () => Promise<Here[]>): Promise<Here[]> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof KeyValueError) return [];
    throw error;
  }
}
