/** A reader that has so much unread, and takes nothing of it for so long, does not read. */
const UNREAD_BYTES = 1_000_000;
const UNREAD_FOR_MS = 30_000;

/** The least that has been unread since there was too much, and when it came to that. */
export interface Unread {
  least: number;
  since: number;
}

/**
 * What is known of a reader after one more look; null: it has little unread. By progress, not by size alone: whoever is on a
 * slow line and reads comes to a new least again and again.
 * @param size bytes that wait for it
 * @param now epoch ms
 */
export function lookAt(before: Unread | null, size: number, now: number): Unread | null {
  if (size < UNREAD_BYTES) return null;
  return before === null || size < before.least ? { least: size, since: now } : before;
}

export const readsNothing = (unread: Unread | null, now: number): boolean =>
  unread !== null && now - unread.since > UNREAD_FOR_MS;
