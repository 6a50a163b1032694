import { z } from 'zod';
import type { Transaction } from 'sequelize';
import { toIso } from '../../contract/dates.ts';
import { clock } from '../../platform/clock/clock.ts';
import { presentAuditKey } from '../../platform/crypto/audit-key.ts';
import { select } from '../../platform/db/database.ts';
import { keepsState } from '../../platform/singletons.ts';
import { readStoredFile } from '../../platform/storage/read-stored-file.ts';
import { storage } from '../../platform/storage/storage.ts';
import { knownEndMacOf } from './entry-mac.ts';

/** Where the end that was chained last is kept outside the database: a process that begins knows it from there. */
export const KNOWN_END = 'audit/known-end.json';
/** How often it is written while lines are chained, ms: what one process knows alone, a crash may forget. */
const EVERY_MS = 10_000;

const noteShape = z.strictObject({
  at: z.iso.datetime(),
  length: z.int().positive(),
  hash: z.string(),
  /** MAC of the last anchor then; '' for none. */
  anchor: z.string(),
  key: z.string(),
  mac: z.string(),
});
type Note = z.infer<typeof noteShape>;

/**
 * How far this process has chained the log. Between two anchors somebody could set the end of the chain back to a row
 * that he had copied, take out what was chained since and leave the rest to be chained again: all of it would fit.
 */
let known: { length: number; hash: string } | null = null;
let keptAt = 0;
let isKept = false;

/** As a process that has just begun: it knows what is kept outside the database. */
export const forgetKnownEnd = (): void => {
  known = null;
  keptAt = 0;
  isKept = false;
};
keepsState(forgetKnownEnd);

export function rememberEnd({ length, hash }: { length: number; hash: string }): void {
  known = { length, hash };
  isKept = false;
}

/** Keeps the end that this process knows outside the database, where it has moved and some seconds have passed. */
export async function keepEndNowAndThen(): Promise<void> {
  if (Math.abs(clock.now() - keptAt) >= EVERY_MS) await keepEnd();
}

/** The same at once; `anchor`: MAC of the last anchor, where it is a new one. */
export async function keepEnd(anchor?: string): Promise<void> {
  if (known === null || (isKept && anchor === undefined)) return;
  const key = presentAuditKey();
  const { length, hash } = known;
  const last = anchor ?? (await readKnownEnd()).note?.anchor ?? '';
  const said = { at: toIso(clock.now()), length, hash, anchor: last };
  const note: Note = { ...said, key, mac: knownEndMacOf({ ...said, keyId: key }) };
  await storage.put(KNOWN_END, Buffer.from(`${JSON.stringify(note)}\n`));
  keptAt = clock.now();
  isKept = true;
}

/** What is kept outside the database; `isOurs` is false where somebody else wrote it. Rejects when the store does not answer. */
export async function readKnownEnd(): Promise<{ note: Note | null; isOurs: boolean }> {
  const bytes = await readStoredFile(KNOWN_END);
  if (bytes === null) return { note: null, isOurs: true };
  try {
    const note = noteShape.parse(JSON.parse(bytes.toString()));
    const isOurs = note.mac === knownEndMacOf({ ...note, keyId: note.key });
    return { note: isOurs ? note : null, isOurs };
  } catch {
    return { note: null, isOurs: false };
  }
}

const hashRow = z.strictObject({ hash: z.string().nullable() });

/**
 * Whether the log still passes through the place to which this process has chained it, or, where it has not yet, through
 * the one that is kept outside the database; null, or in words that not.
 */
export async function knownEndFault(t?: Transaction): Promise<string | null> {
  if (known !== null) return missed(known, '本次运行中', t);
  const { note, isOurs } = await readKnownEnd();
  if (!isOurs) return `文件存储中操作日志的末尾（${KNOWN_END}）不是本系统写下的`;
  return note && missed(note, '上次运行中', t);
}

async function missed(end: { length: number; hash: string }, when: string, t?: Transaction): Promise<string | null> {
  const [place] = await select(hashRow, 'SELECT hash FROM audit_entries WHERE chain_no = ?', [end.length], t);
  return place?.hash === end.hash
    ? null
    : `操作日志在${when}已有${end.length}条，现在不是那时的内容：被清空、截短、换成旧的或重写`;
}
