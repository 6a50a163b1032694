import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { buffer } from 'node:stream/consumers';
import { importEndpoints as endpoints } from '../../contract/imports/endpoints.ts';
import { IMPORT_KINDS, type ImportKind } from '../../contract/imports/enums.ts';
import '../../models.ts';
import { useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { makeFirm, staffActor } from '../../test/factories/registry.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { writeXlsx } from '../../platform/xlsx/write-xlsx.ts';
import { applySheet, checkSheet } from './import-sheet.ts';
import { ImportLine } from './model.ts';
import { listImportRuns, listRunRows } from './show-run.ts';

useDatabase();
const api = useApi();
const actor = staffActor('registrar');

test.each(Object.keys(IMPORT_KINDS) as ImportKind[])('the empty sheet of %s is one that is read', async (kind) => {
  const as = await staffToken('registrar');
  const template = await api.call(endpoints.downloadTemplate, { as, params: { kind } });
  expect(template.headers.get('content-type')).toContain('spreadsheetml');
  await expect(checkSheet({ actor, kind, name: 'x', bytes: template.bytes })).rejects.toMatchObject({
    fields: { file: expect.stringContaining('没有数据') },
  });
});

test('a file is sent as a form sends it', async () => {
  const firm = await makeFirm();
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('表').addRows([
    ['执业许可证号', '负责人'],
    [firm.licenceNo, '顾清和'],
  ]);
  const form = new FormData();
  form.append('file', new Blob([await workbook.xlsx.writeBuffer()]), '律所.xlsx');
  const headers = { authorization: `Bearer ${await staffToken('registrar')}` };
  const answer = await api.fetch('/api/staff/imports/firms/check', { method: 'POST', body: form, headers });
  expect(answer.json).toMatchObject({ counts: { update: 1 }, rows: [{ changes: '负责人：温书宁→顾清和' }] });
});

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
  const before = (await listImportRuns({ actor })).items.length;
  const { fingerprint } = await checkSheet(sheet);
  expect((await listImportRuns({ actor })).items).toHaveLength(before);
  await applySheet(sheet, fingerprint);
  const { items } = await listImportRuns({ actor });
  expect(items).toHaveLength(before + 1);
  expect(items[0]).toMatchObject({
    fileName: '更名.xlsx',
    by: actor.name,
    state: 'applied',
    total: 1,
    counts: { update: 1, create: 0 },
    can: { apply: false, resume: false },
  });
  const rows = await listRunRows({ id: items[0]!.id });
  expect(rows.items[0]?.changes).toBe(`名称：${firm.name}→江海更名律师事务所`);
  expect(await ImportLine.findOne({ where: { runId: items[0]!.id } })).toMatchObject({ cells: '' });
});
