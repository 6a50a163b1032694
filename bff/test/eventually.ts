import { setTimeout as pause } from 'node:timers/promises';

/** Tries until it holds; after `withinMs` its last complaint is the answer. For what other processes and threads do. */
export async function eventually(
  holds: () => Promise<void> | void,
  { withinMs = 120_000, everyMs = 50 }: { withinMs?: number; everyMs?: number } = {},
): Promise<void> {
  const until = performance.now() + withinMs;
  for (;;) {
    try {
      return await holds();
    } catch (error) {
      if (performance.now() > until) throw error;
      await pause(everyMs);
    }
  }
}
