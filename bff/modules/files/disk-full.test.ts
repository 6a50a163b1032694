import { afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { certificateEndpoints } from '../../contract/certificates/endpoints.ts';
import { env } from '../../env.ts';
import { database } from '../../platform/db/database.ts';
import { storage } from '../../platform/storage/storage.ts';
import { memberToken, useApi, type Answer } from '../../test/api.ts';
import { content, newKey } from '../../test/factories/certificate.ts';
import { eventually } from '../../test/eventually.ts';
import { PDF } from '../../test/files.ts';
import { useOffice } from '../../test/office.ts';
import { makeFirm } from '../../test/factories/registry.ts';
import { Application } from '../certificates/model.ts';
import { Upload } from './model.ts';

useOffice();
const api = useApi();
let as = '';
beforeAll(async () => {
  as = await memberToken({ firmId: (await makeFirm()).id });
});

const WORDS = '系统存储空间已满，本次内容没有保存。请稍后再试，急用请联系协会';
const attachments = join(env.DATA_DIR, 'files/attachments');

/**
 * No room for attachments: a file system of two pages, both taken, where this process may mount one. Elsewhere the
 * storage is made to refuse as the disk would. Answers the way to make room.
 */
async function fillDisk(): Promise<() => Promise<void>> {
  await mkdir(attachments, { recursive: true });
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', attachments]).status === 0;
  if (!mounted) {
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const refusing = jest.spyOn(storage, 'put').mockRejectedValue(full);
    return async () => refusing.mockRestore();
  }
  unmount = () => void spawnSync('umount', ['-l', attachments]);
  await writeFile(join(attachments, 'filler'), Buffer.alloc(8_192));
  return () => rm(join(attachments, 'filler'));
}
let unmount = (): void => undefined;
afterEach(() => unmount());

function upload(): Promise<Answer> {
  const body = new FormData();
  body.append('file', new Blob([Buffer.from(PDF)]), '同意书.pdf');
  return api.fetch('/api/files', { method: 'POST', headers: { authorization: `Bearer ${as}` }, body });
}
const filesThere = async () =>
  (await readdir(attachments, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name !== 'filler')
    .map(({ name }) => name);

test('an upload to a full disk: 507 in words, no row and no part of a file; with room again it is taken', async () => {
  const makeRoom = await fillDisk();
  const answer = await upload();
  expect([answer.status, answer.json.error?.code, answer.json.error?.message]).toEqual([507, 'storage_full', WORDS]);
  expect(await Upload.count()).toBe(0);
  expect(await filesThere()).toEqual([]);
  await makeRoom();
  const again = await upload();
  expect(again.status).toBe(200);
  expect((await Upload.findAll()).map(({ token }) => token)).toEqual([again.json['id']]);
  await eventually(async () => expect(await filesThere()).toHaveLength(1));
});

test('a database without room says the same, and has kept nothing', async () => {
  if (database.dialect !== 'sqlite') {
    const full = Object.assign(new Error('the table is full'), { code: 'ER_RECORD_FILE_FULL' });
    database.sequelize.addHook('beforeQuery', 'full', ({ type }: { type?: string }) => {
      if (type === 'INSERT') throw full;
    });
    expect((await submit()).status).toBe(507);
    database.sequelize.removeHook('beforeQuery', 'full');
    expect(await Application.count()).toBe(0);
  } else {
    // No more pages than there are.
    await database.sequelize.query('PRAGMA max_page_count = 1');
    const answers = [];
    for (let more = true; more; more = answers.length < 100 && answers.at(-1)?.status === 200)
      answers.push(await submit());
    expect(answers.at(-1)?.json.error).toMatchObject({ code: 'storage_full', message: WORDS });
    expect(await Application.count()).toBe(answers.length - 1);
    await database.sequelize.query('PRAGMA max_page_count = 1073741823');
  }
  expect((await submit()).status).toBe(200);
});

function submit(): Promise<Answer> {
  const { email, since } = content();
  const body = { type: 'firm-clean', email, since, idempotencyKey: newKey() };
  return api.call(certificateEndpoints.submitApplication, { as, body });
}
