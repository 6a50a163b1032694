import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import '../../../models.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { jobs } from '../../../jobs.ts';
import { advanceClock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { randomToken } from '../../../platform/crypto/tokens.ts';
import { runDueJobs } from '../../../platform/jobs/worker.ts';
import { storage } from '../../../platform/storage/storage.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeFirm, memberActor } from '../../../test/factories/registry.ts';
import { PDF } from '../../../test/files.ts';
import { Upload } from '../model.ts';
import { getBytes, putBytes } from '../stored-bytes.ts';
import { scheduleEncryption } from './encrypt-older-files.ts';

useDatabase();
let accountId: number;
beforeAll(async () => {
  ({ accountId } = await memberActor({ firmId: (await makeFirm()).id }));
});
beforeEach(() => freezeClock(Date.parse('2026-12-09T10:00:00+08:00')));
afterEach(() => releaseClock());

const keyOf = (token: string) => `attachments/2026/11/${token}.pdf`;
/** A row as the release before wrote it; its bytes are those of `of`, or its own. */
async function earlier(more: Partial<Upload> = {}): Promise<Upload> {
  const token = randomToken(128);
  return Upload.create({
    token,
    accountId,
    ownerKind: 'application',
    ownerId: 1,
    name: '同意书.pdf',
    kind: 'pdf',
    size: PDF.length,
    storageKey: keyOf(token),
    createdAt: 1,
    discardedAt: null,
    isEncrypted: false,
    ...more,
  });
}
async function stored(more: Partial<Upload> = {}): Promise<Upload> {
  const row = await earlier(more);
  await putBytes(row, PDF);
  return row;
}
const work = async () => {
  const { 'encrypt-older-files': encrypting, 'delete-plain-file': deleting } = jobs;
  await runDueJobs({ 'encrypt-older-files': encrypting, 'delete-plain-file': deleting });
};
const isPlain = async (key: string) => (await storage.get(key)).includes('%PDF');

test('what was uploaded before all were encrypted is encrypted, copies with it, and the plain file goes a day later', async () => {
  const first = await stored();
  const { storageKey } = first;
  const copy = await earlier({ storageKey, ownerId: 2 });
  await scheduleEncryption();
  await work();
  for (const row of [first, copy]) {
    await row.reload();
    expect(row.isEncrypted).toBe(true);
    expect(await isPlain(row.storageKey)).toBe(false);
    expect((await getBytes(row)).equals(PDF)).toBe(true);
  }
  // Whoever reads by the row of before still reads.
  expect(await isPlain(storageKey)).toBe(true);
  advanceClock(DAY_MS);
  await work();
  expect(await storage.exists(storageKey)).toBe(false);
  expect((await getBytes(first)).equals(PDF)).toBe(true);
});

test('a copy made of the plain file meanwhile keeps it until that copy is encrypted as well', async () => {
  const first = await stored();
  const { storageKey } = first;
  await scheduleEncryption();
  await work();
  const late = await earlier({ storageKey, ownerId: 3 });
  advanceClock(DAY_MS);
  await work();
  expect(await storage.exists(storageKey)).toBe(true);
  await work();
  expect((await getBytes(await late.reload())).equals(PDF)).toBe(true);
  advanceClock(DAY_MS);
  await work();
  expect(await storage.exists(storageKey)).toBe(false);
  expect((await getBytes(await late.reload())).equals(PDF)).toBe(true);
});

test('a file that is missing keeps nobody else’s waiting; what was taken away or never sent is left alone', async () => {
  const missing = await earlier();
  const discarded = await stored({ discardedAt: 2, removedWhy: 'withdrawn' });
  const unbound = await stored({ ownerKind: null, ownerId: null });
  const sound = await stored();
  await scheduleEncryption();
  await work();
  expect((await sound.reload()).isEncrypted).toBe(true);
  for (const row of [missing, discarded, unbound]) expect((await row.reload()).isEncrypted).toBe(false);
});

test('a process that died between file and row leaves nothing half: it is done again', async () => {
  const row = await stored();
  await putBytes({ storageKey: row.storageKey.replace('.pdf', '.enc.pdf'), isEncrypted: true }, PDF.subarray(0, 10));
  await scheduleEncryption();
  await work();
  expect((await getBytes(await row.reload())).equals(PDF)).toBe(true);
});
