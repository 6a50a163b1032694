import { afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { env } from '../../env.ts';
import { freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { database, select } from '../../platform/db/database.ts';
import { rowsOf, snapshot, tablesOf } from '../../platform/db/tables.ts';
import { storage } from '../../platform/storage/storage.ts';
import { fileOf, issue, submit } from '../../test/factories/certificate.ts';
import { makeEmptyDatabase } from '../../test/database.ts';
import { useOffice } from '../../test/office.ts';
import { makeFirm, makeLawyer, memberActor } from '../../test/factories/registry.ts';
import { Certificate } from '../certificates/model.ts';
import { noteEnded } from '../certificates/record/ended-notes.ts';
import { verifyCertificate } from '../verification/verify-certificate.ts';
import { backUp } from './back-up.ts';
import { LineDigest, MANIFEST, SCHEMA_TABLE, type Manifest } from './backup-format.ts';
import { restoreBackup } from './restore-backup.ts';
import { anyRow } from '../../test/any-row.ts';

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
  await submit(actor, {
    type: 'firm-other',
    since: undefined,
    freeText: '“引号”、\\反斜杠\n第二行\u2028第三行 ? :name',
  });
  const manifest = await backUp(folder);
  expect(manifest.tables['lawyers']?.count).toBeGreaterThan(0);
  // The letter, and that types and wordings are sealed: without that mark they would be blessed anew.
  expect(manifest.files.count).toBe(2);
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

test('an end that was noted after the snapshot is not taken along: the rows that are restored know nothing of it', async () => {
  const later = join(env.DATA_DIR, 'later');
  await noteEnded(1_000_001);
  freezeClock(Date.now() + 60_000);
  await noteEnded(1_000_002);
  releaseClock();
  await backUp(later);
  expect(await readdir(join(later, 'files/audit/ended'))).toEqual(['1000001']);
});

test('what is not empty is neither written over nor mixed', async () => {
  await expect(backUp(folder)).rejects.toThrow('不是空的');
  const before = await select(anyRow, 'SELECT COUNT(*) AS n FROM applications', []);
  await expect(restoreBackup(folder)).rejects.toThrow('不是空的');
  expect(await select(anyRow, 'SELECT COUNT(*) AS n FROM applications', [])).toEqual(before);
});

/** A copy of the backup with something done to it. */
async function copyWith(harm: (copy: string) => Promise<void>): Promise<string> {
  await rm(damaged, { recursive: true, force: true });
  await cp(folder, damaged, { recursive: true });
  await harm(damaged);
  return damaged;
}

async function changeBytes(path: string, change: (bytes: Buffer) => Buffer): Promise<void> {
  await writeFile(path, change(await readFile(path)));
}
function flipped(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  const middle = Math.floor(bytes.length / 2);
  changed.writeUInt8(changed.readUInt8(middle) ^ 1, middle);
  return changed;
}
const firms = (copy: string) => join(copy, 'tables/firms.jsonl.gz');
const changeFirms = (copy: string, change: (lines: string) => string) =>
  changeBytes(firms(copy), (bytes) => gzipSync(change(gunzipSync(bytes).toString())));
async function changeManifest(copy: string, change: (manifest: Manifest) => void): Promise<void> {
  const path = join(copy, MANIFEST);
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
  change(manifest);
  await writeFile(path, JSON.stringify(manifest));
}
async function anyFile(copy: string): Promise<string> {
  const entries = await readdir(join(copy, 'files'), { recursive: true, withFileTypes: true });
  const file = entries.find((entry) => entry.isFile());
  if (!file) throw new Error('the backup has no file');
  return join(file.parentPath, file.name);
}

async function expectNothingThere(): Promise<void> {
  await snapshot(async (t) => {
    for (const table of await tablesOf(t)) {
      if (table.name === SCHEMA_TABLE) continue;
      for await (const rows of rowsOf(table, t)) expect([table.name, rows]).toEqual([table.name, []]);
    }
  });
  for await (const { key } of storage.list()) throw new Error(`${key} was written`);
}

describe('a backup that is refused leaves the target empty', () => {
  beforeAll(loseEverything);
  afterEach(() => void jest.restoreAllMocks());

  test.each<[string, RegExp, (copy: string) => Promise<void>]>([
    ['one bit of a file', /备份中的文件与清单不符/, async (copy) => changeBytes(await anyFile(copy), flipped)],
    ['a file that is missing', /备份中的文件与清单不符/, async (copy) => rm(await anyFile(copy))],
    ['a file too many', /备份中的文件与清单不符/, (copy) => writeFile(join(copy, 'files/more.pdf'), 'x')],
    ['one bit of a table', /firms.jsonl.gz 已损坏/, (copy) => changeBytes(firms(copy), flipped)],
    ['a row', /firms.jsonl.gz 已损坏/, (copy) => changeFirms(copy, (lines) => lines.replace('active', 'closed'))],
    [
      'a row that is missing',
      /firms.jsonl.gz 已损坏/,
      (copy) => changeFirms(copy, (lines) => lines.replace(/.*\n/, '')),
    ],
    [
      'a table that breaks off',
      /firms.jsonl.gz 已损坏/,
      (copy) => changeBytes(firms(copy), (all) => all.subarray(0, -20)),
    ],
    ['a table that is missing', /firms.jsonl.gz 已损坏/, (copy) => rm(firms(copy))],
    ['no manifest', /不是备份/, (copy) => rm(join(copy, MANIFEST))],
    [
      'half a manifest',
      /manifest.json 已损坏/,
      (copy) => changeBytes(join(copy, MANIFEST), (all) => all.subarray(0, 100)),
    ],
    [
      'a table named after something else',
      /manifest.json 已损坏/,
      (copy) => changeManifest(copy, ({ tables }) => (tables['firms; --'] = tables['firms']!)),
    ],
    ['another version', /另一个版本/, (copy) => changeManifest(copy, ({ schema }) => schema.pop())],
    // From here on it is sound in itself, and only the database can say that it does not fit.
    [
      'a table left out',
      /写入的 lawyers 与备份不符/,
      (copy) => changeManifest(copy, ({ tables }) => delete tables['lawyers']),
    ],
    [
      'a row of another form',
      /unheard_of/,
      async (copy) => {
        await changeFirms(copy, (lines) => lines.replaceAll('{', '{"unheard_of":1,'));
        const lines = new LineDigest();
        for (const line of gunzipSync(await readFile(firms(copy)))
          .toString()
          .match(/.*\n/g) ?? [])
          lines.add(line);
        await changeManifest(copy, ({ tables }) => (tables['firms'] = lines.digest));
      },
    ],
  ])('%s', async (_what, words, harm) => {
    await expect(restoreBackup(await copyWith(harm))).rejects.toThrow(words);
    await expectNothingThere();
  });

  test('a store that refuses, or keeps something else than it was given', async () => {
    const put = storage.put.bind(storage);
    jest.spyOn(storage, 'put').mockImplementation(async (key) => {
      await put(key, Buffer.from('half'));
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    });
    await expect(restoreBackup(folder)).rejects.toThrow('no space left');
    await expectNothingThere();
    jest.spyOn(storage, 'put').mockImplementation((key) => put(key, Buffer.from('other')));
    await expect(restoreBackup(folder)).rejects.toThrow('写入的文件与备份不符');
    await expectNothingThere();
  });

  test('Ctrl-C in the middle', async () => {
    const interrupted = new AbortController();
    const put = storage.put.bind(storage);
    jest.spyOn(storage, 'put').mockImplementation(async (key, bytes) => {
      await put(key, bytes);
      interrupted.abort(new Error('interrupted'));
    });
    await expect(restoreBackup(folder, interrupted.signal)).rejects.toThrow('interrupted');
    await expectNothingThere();
  });

  test('a store that holds anything', async () => {
    await storage.put('certificates/other.pdf', Buffer.from('x'));
    await expect(restoreBackup(folder)).rejects.toThrow('文件存储不是空的');
    await storage.delete('certificates/other.pdf');
    await expectNothingThere();
  });

  test('control: the whole one is taken', async () => {
    await restoreBackup(folder);
    expect((await select(anyRow, 'SELECT id FROM firms', [])).length).toBeGreaterThan(0);
  });
});
