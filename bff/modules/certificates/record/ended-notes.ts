import { toIso } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { keepsState } from '../../../platform/singletons.ts';
import { storage } from '../../../platform/storage/storage.ts';

/** One file for each certificate that was revoked or replaced, by its id: what takes a line out of the log leaves it. */
export const ENDED = 'audit/ended';
/** How old what is known of the store may be, ms: notes of other processes. */
const FRESH_MS = 30_000;

const known = new Set<number>();
let readAt: number | null = null;
/** Many verify at once; one of them reads. */
let reading: Promise<void> | null = null;
keepsState(() => {
  known.clear();
  readAt = reading = null;
});

/** Notes outside the database that a certificate was revoked or replaced; nothing where that is noted. */
export async function noteEnded(certificateId: number): Promise<void> {
  if (await isNotedEnded(certificateId)) return;
  await storage.put(`${ENDED}/${certificateId}`, Buffer.from(`${toIso(clock.now())}\n`));
  known.add(certificateId);
}

/** Whether that was noted. Rejects when the store has not answered yet; later, what is known of it stands. */
export async function isNotedEnded(certificateId: number): Promise<boolean> {
  if (!known.has(certificateId) && (readAt === null || Math.abs(clock.now() - readAt) > FRESH_MS)) {
    reading ??= read().finally(() => (reading = null));
    await reading;
  }
  return known.has(certificateId);
}

/** Whether a note was written after an instant (ISO), for a backup: of that end its rows know nothing. */
export const isNotedAfter = (note: Buffer, instant: string): boolean => note.toString().trimEnd() > instant;

async function read(): Promise<void> {
  try {
    for await (const { key } of storage.list(ENDED)) known.add(Number(key.split('/').at(-1)));
  } catch (error) {
    if (readAt === null) throw error;
  }
  readAt = clock.now();
}
