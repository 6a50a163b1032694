import { toIso } from '../../../contract/dates.ts';
import { clock } from '../../../platform/clock/clock.ts';
import { keepsState } from '../../../platform/singletons.ts';
import { storage } from '../../../platform/storage/storage.ts';

/** One file for each certificate that was revoked or replaced, by its id: what takes a line out of the log leaves it. */
const ENDED = 'audit/ended';
/** How old what is known of the store may be, ms: notes of other processes. */
const FRESH_MS = 30_000;

let known = new Set<number>();
let readAt: number | null = null;
keepsState(() => {
  known = new Set();
  readAt = null;
});

/** Notes outside the database that a certificate was revoked or replaced; again: the same. */
export async function noteEnded(certificateId: number): Promise<void> {
  if (known.has(certificateId)) return;
  await storage.put(`${ENDED}/${certificateId}`, Buffer.from(`${toIso(clock.now())}\n`));
  known.add(certificateId);
}

/** Whether that was noted. Rejects when the store has not answered yet; later, what is known of it stands. */
export async function isNotedEnded(certificateId: number): Promise<boolean> {
  if (!known.has(certificateId) && (readAt === null || Math.abs(clock.now() - readAt) > FRESH_MS)) await read();
  return known.has(certificateId);
}

async function read(): Promise<void> {
  const found = new Set(known);
  try {
    for await (const { key } of storage.list(ENDED)) found.add(Number(key.split('/').at(-1)));
  } catch (error) {
    if (readAt === null) throw error;
  }
  known = found;
  readAt = clock.now();
}
