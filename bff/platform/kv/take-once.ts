import { kv } from './kv.ts';

/**
 * Uses up what is kept under `key`: of several that come together, the first one has it. undefined for what is not there,
 * or no longer. `ttlMs`: as long as it was kept at most.
 */
export async function takeOnce(key: string, ttlMs: number): Promise<string | undefined> {
  const found = await kv.get(key);
  const isFirst = (await kv.increment(`${key}:taken`, { ttlMs })) === 1;
  await kv.delete(key);
  return isFirst ? found : undefined;
}
