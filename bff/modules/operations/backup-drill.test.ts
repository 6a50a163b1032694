import { expect, test } from '@jest/globals';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { env } from '../../env.ts';
import { database, select } from '../../platform/db/database.ts';
import { storage } from '../../platform/storage/storage.ts';
import { fileOf, issue, submit } from '../../test/certificate-factories.ts';
import { makeEmptyDatabase } from '../../test/database.ts';
import { useOffice } from '../../test/office.ts';
import { makeFirm, makeLawyer, memberActor } from '../../test/registry-factories.ts';
import { Certificate } from '../certificates/model.ts';
import { verifyCertificate } from '../verification/verify-certificate.ts';
import { backUp } from './back-up.ts';
import { restoreBackup } from './restore-backup.ts';

useOffice();

const folder = join(env.DATA_DIR, 'backup');
const damaged = join(env.DATA_DIR, 'damaged');

/** The machine is lost: an empty database, no files. */
async function loseEverything(): Promise<void> {
  await database.close();
  await makeEmptyDatabase();
  for (const name of await readdir(env.DATA_DIR)) {
    if (name.startsWith('lvzheng.sqlite') || name === 'files') await rm(join(env.DATA_DIR, name), { recursive: true });
  }
  await database.open();
}

test('the drill: everything is lost, and after the restore every row and file is what it was', async () => {
  const firm = await makeFirm();
  await makeLawyer({ firmId: firm.id, name: '欧阳𠮷' });
  const actor = await memberActor({ firmId: firm.id });
  const certificate = await issue(actor);
  const bytes = await fileOf(certificate);
  await submit(actor, { type: 'firm-other', since: undefined, freeText: '“引号”、\\反斜杠\n第二行 ? :name' });
  const manifest = await backUp(folder);
  expect(manifest.tables['lawyers']?.count).toBeGreaterThan(0);
  expect(manifest.files.count).toBe(1);
  // Whoever finds the backup has no identity number.
  const lawyers = gunzipSync(await readFile(join(folder, 'tables/lawyers.jsonl.gz'))).toString();
  expect(lawyers).not.toMatch(/\d{17}[\dX]"?[,}]/);

  await loseEverything();
  expect(await restoreBackup(folder)).toEqual(manifest);
  const again = await Certificate.findOne({ where: { number: certificate.number }, rejectOnEmpty: true });
  expect((await fileOf(again)).equals(bytes)).toBe(true);
  const verified = await verifyCertificate({ kind: 'token', token: certificate.token }, '127.0.0.1');
  expect(verified).toMatchObject({ answer: 'authentic' });
  // New rows follow the old ones.
  expect((await submit(actor)).id).toBeGreaterThan(again.applicationId);
});

test('what is not empty is neither written over nor mixed', async () => {
  await expect(backUp(folder)).rejects.toThrow('not empty');
  const before = await select('SELECT COUNT(*) AS n FROM applications', []);
  await expect(restoreBackup(folder)).rejects.toThrow('not empty');
  expect(await select('SELECT COUNT(*) AS n FROM applications', [])).toEqual(before);
});

test('a damaged backup is refused whole', async () => {
  await cp(folder, damaged, { recursive: true });
  const path = join(damaged, 'tables/firms.jsonl.gz');
  const lines = gunzipSync(await readFile(path)).toString();
  await writeFile(path, gzipSync(lines.replace('"status":"active"', '"status":"cancelled"')));
  await loseEverything();
  await expect(restoreBackup(damaged)).rejects.toThrow('firms.jsonl.gz is damaged');
  expect(await select('SELECT id FROM firms', [])).toEqual([]);
  for await (const { key } of storage.list()) throw new Error(`${key} was written`);
  // Control: the whole one is taken.
  await restoreBackup(folder);
  expect((await select('SELECT id FROM firms', [])).length).toBeGreaterThan(0);
});
