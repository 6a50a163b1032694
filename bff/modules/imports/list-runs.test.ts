import { expect, test } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import '../../models.ts';
import { writeXlsx } from '../../platform/xlsx/write-xlsx.ts';
import { useDatabase } from '../../test/database.ts';
import { makeFirm, staffActor } from '../../test/factories/registry.ts';
import { applySheet, checkSheet } from './import-sheet.ts';
import { listImportRuns } from './list-runs.ts';
import { ImportLine } from './model.ts';
import { listRunRows } from './show-run.ts';

useDatabase();
const actor = staffActor('registrar');

test('a small import stands in the list once it is applied, with what became of each row and none of its cells', async () => {
  const firm = await makeFirm();
  async function* pages() {
    yield [[firm.licenceNo, '江海更名律师事务所']];
  }
  const columns = ['执业许可证号', '名称'].map((label) => ({ label, width: 20 }));
  const sheet = {
    actor,
    kind: 'firms' as const,
    name: '更名.xlsx',
    bytes: await buffer(writeXlsx({ name: '律所', columns }, pages())),
  };
  const { fingerprint } = await checkSheet(sheet);
  expect((await listImportRuns({ actor })).items).toEqual([]);
  await applySheet(sheet, fingerprint);
  const { items } = await listImportRuns({ actor });
  expect(items).toMatchObject([
    {
      fileName: '更名.xlsx',
      by: actor.name,
      state: 'applied',
      total: 1,
      counts: { update: 1, create: 0 },
      can: { apply: false, resume: false },
    },
  ]);
  const rows = await listRunRows({ id: items[0]!.id });
  expect(rows.items[0]?.changes).toBe(`名称：${firm.name}→江海更名律师事务所`);
  expect(await ImportLine.count({ where: { cells: '' } })).toBe(1);
});
