import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { profileImportEndpoints as imports } from '../../contract/profile-imports/endpoints.ts';
import type { ProfileImport } from '../../contract/profile-imports/replies.ts';
import { advanceClock, clock, freezeClock } from '../../platform/clock/clock.ts';
import { storage } from '../../platform/storage/storage.ts';
import { useApi } from '../../test/api.ts';
import { doDueWork, useOffice } from '../../test/office.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { Import, ImportLawyer, ImportPhoto, ImportRow } from './model.ts';

useOffice();
const api = useApi();
let as = '';
beforeAll(async () => {
  as = await staffToken('registrar');
});
beforeEach(() => freezeClock(clock.now()));

const ROWS = 1_200;

/** An import that was looked through, of more rows than are deleted at once, with one picture. */
async function checkedImport(storageKey: string): Promise<number> {
  const common = { source: '原系统', asOf: '2026-01-01', withSensitive: false, address: '127.0.0.1', endedAt: null };
  const person = { accountId: 1, accountName: '甲', state: 'checked' as const, createdAt: clock.now() };
  const { id } = await Import.create({ ...common, ...person, fileName: 'x', total: 1, checked: 1, applied: 0 });
  const place = { importId: id, licenceNo: '14499201210100017', section: 'basic' as const };
  await ImportRow.bulkCreate(Array.from({ length: ROWS }, (_, number) => ({ ...place, number, cells: '' })));
  const lawyer = { importId: id, licenceNo: place.licenceNo, outcome: 'skipped' as const, isDue: false };
  await ImportLawyer.create({ ...lawyer, rowTotal: ROWS, result: null });
  await ImportPhoto.create({ ...lawyer, fileName: 'x.jpg', note: '', storageKey, keySealed: null });
  return id;
}
const left = async (id: number) => {
  const where = { importId: id };
  const runs = await Import.count({ where: { id } });
  return [
    await ImportRow.count({ where }),
    await ImportLawyer.count({ where }),
    await ImportPhoto.count({ where }),
    runs,
  ];
};

test('an import that is given up is seen by nobody at once, and its rows and pictures go piece by piece', async () => {
  const key = 'profile-imports/2026-12/picture';
  await storage.put(key, Buffer.from('x'));
  const id = await checkedImport(key);
  const params = { id: String(id) };
  expect((await api.call(imports.discardProfileImport, { as, params })).status).toBe(200);
  expect((await api.call(imports.showProfileImport, { as, params })).status).toBe(404);
  expect((await api.call(imports.discardProfileImport, { as, params })).status).toBe(404);
  const { json } = await api.call(imports.listProfileImports, { as, query: {} });
  expect((json['items'] as unknown as ProfileImport[]).map((one) => one.id)).not.toContain(id);
  await doDueWork();
  expect(await left(id)).toEqual([0, 0, 0, 0]);
  expect(await storage.exists(key)).toBe(false);
});

test('one that could not be deleted whole is not brought back, and the next attempt deletes what is left', async () => {
  // A store that fails: no file may be called so.
  const id = await checkedImport('../elsewhere');
  await api.call(imports.discardProfileImport, { as, params: { id: String(id) } });
  await doDueWork();
  expect(await left(id)).toEqual([0, 0, 1, 1]);
  expect((await api.call(imports.showProfileImport, { as, params: { id: String(id) } })).status).toBe(404);
  await ImportPhoto.update({ storageKey: null }, { where: { importId: id } });
  advanceClock(60_000);
  await doDueWork();
  expect(await left(id)).toEqual([0, 0, 0, 0]);
});
