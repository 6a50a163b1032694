import { z } from 'zod';
import { toIso } from '../../contract/dates.ts';
import { clock } from '../../platform/clock/clock.ts';
import { presentAuditKey } from '../../platform/crypto/audit-key.ts';
import { readStoredFile } from '../../platform/storage/read-stored-file.ts';
import { storage } from '../../platform/storage/storage.ts';
import { anchorMacOf } from './entry-mac.ts';

/** Where anchors lie in the store of files, one file a month, one line an anchor. */
export const ANCHORS = 'audit/anchors';

const anchorShape = z.strictObject({
  at: z.iso.datetime(),
  /** Entries in the chain then, and the hash of the last. */
  length: z.int().positive(),
  hash: z.string(),
  /** Absent: noted before the log had a key of its own. */
  key: z.string().optional(),
  /** MAC of the anchor before, '' for the first one; absent: noted before anchors were chained. */
  previous: z.string().optional(),
  mac: z.string(),
});
export type Anchor = z.infer<typeof anchorShape>;

export interface Anchors {
  /** Oldest first. */
  anchors: Anchor[];
  /** Files that hold a line which is not ours. */
  damaged: string[];
  /** Anchors that do not follow the one that was there when they were noted. */
  loose: Anchor[];
}

/** Reads every anchor: an end of the log that was noted outside the database. Rejects when the store does not answer. */
export async function readAnchors(): Promise<Anchors> {
  const found: Anchors = { anchors: [], damaged: [], loose: [] };
  for (const key of await anchorFiles()) {
    const { anchors, isWhole } = parse((await storage.get(key)).toString());
    found.anchors.push(...anchors);
    if (!isWhole) found.damaged.push(key);
  }
  found.loose = found.anchors.filter(({ previous }, index) => {
    const before = found.anchors[index - 1];
    // Once they are chained, all that come later are.
    return previous === undefined ? before?.previous !== undefined : previous !== (before?.mac ?? '');
  });
  return found;
}

/** The file of each month, the oldest first. */
async function anchorFiles(): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of storage.list(ANCHORS)) keys.push(key);
  return keys.sort();
}

/** The last one; the months before are not read for it. */
async function readLastAnchor(): Promise<Anchor | undefined> {
  for (const key of (await anchorFiles()).reverse()) {
    const last = parse((await storage.get(key)).toString()).anchors.at(-1);
    if (last) return last;
  }
  return undefined;
}

/** Whether the log has ever been anchored: then it does not begin again. */
export async function hasAnchors(): Promise<boolean> {
  for await (const { size } of storage.list(ANCHORS)) if (size > 0) return true;
  return false;
}

/**
 * Notes an end of the log behind the last anchor, and answers the MAC of the anchor that says so. The caller has made sure
 * that the log passes through the anchors before.
 */
export async function writeAnchor({ length, hash }: { length: number; hash: string }): Promise<string> {
  const at = toIso(clock.now());
  const last = await readLastAnchor();
  const key = presentAuditKey();
  // Nothing was written since: the anchor that is there says the same, by the same key.
  if (last?.hash === hash && last.key === key) return last.mac;
  const said = { at, length, hash, key, previous: last?.mac ?? '' };
  const anchor: Anchor = { ...said, mac: anchorMacOf({ ...said, keyId: key }) };
  const file = `${ANCHORS}/${at.slice(0, 7)}.jsonl`;
  const before = (await readStoredFile(file))?.toString() ?? '';
  await storage.put(file, Buffer.from(`${before}${JSON.stringify(anchor)}\n`));
  return anchor.mac;
}

/** The anchors of a file that were made until an instant (ISO), for a backup: later ones name rows that it has not. */
export function anchorsUntil(file: Buffer, instant: string): Buffer {
  const lines = file.toString().split('\n');
  return Buffer.from(
    lines.filter((line) => line === '' || parse(line).anchors.every(({ at }) => at <= instant)).join('\n'),
  );
}

function parse(text: string): { anchors: Anchor[]; isWhole: boolean } {
  const lines = text.split('\n').filter((line) => line !== '');
  const anchors = lines.map(parseLine).filter((anchor) => anchor !== null);
  return { anchors, isWhole: anchors.length === lines.length };
}

function macked({ at, length, hash, key, previous }: Anchor) {
  return { at, length, hash, keyId: key ?? null, ...(previous !== undefined && { previous }) };
}

function parseLine(line: string): Anchor | null {
  try {
    const anchor = anchorShape.parse(JSON.parse(line));
    return anchor.mac === anchorMacOf(macked(anchor)) ? anchor : null;
  } catch {
    return null;
  }
}
