import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { importEndpoints as endpoints } from '../../contract/imports/endpoints.ts';
import { IMPORT_KINDS, type ImportKind } from '../../contract/imports/enums.ts';
import '../../models.ts';
import { useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { makeFirm, staffActor } from '../../test/factories/registry.ts';
import { staffToken } from '../../test/trouble/trouble.ts';
import { checkSheet } from './import-sheet.ts';

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
