import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { ImportKind } from '../../../contract/imports/enums.ts';
import '../../../models.ts';
import '../../../connections.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeFirm, makeLawyer, staffActor } from '../../../test/factories/registry.ts';
import { applySheet, checkSheet } from '../../imports/import-sheet.ts';
import { DisciplineRecord, LawyerFirmPeriod } from '../model.ts';
import { Appointment } from '../records/record-model.ts';

useDatabase();
const actor = staffActor('registrar');

async function bring(kind: ImportKind, rows: string[][]) {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('表').addRows(rows);
  const sheet = { actor, kind, name: '表.xlsx', bytes: Buffer.from(await workbook.xlsx.writeBuffer()) };
  const seen = await checkSheet(sheet);
  expect(seen.rows.flatMap(({ faults }) => faults)).toEqual([]);
  await applySheet(sheet, seen.fingerprint);
  return { first: seen.counts, again: (await checkSheet(sheet)).counts };
}

test('discipline of lawyers and firms is brought in, changed, and the same again is nothing', async () => {
  const firm = await makeFirm();
  const lawyer = await makeLawyer({ firmId: firm.id });
  const header = ['证号', '文号', '处分种类', '状态', '决定日期', '生效日期', '备注'];
  const rows = [
    [lawyer.licenceNo, '江律惩字〔2025〕1号', '警告', '已生效', '2025-03-01', '2025-03-10', ''],
    [firm.licenceNo, '江律惩字〔2025〕2号', '通报批评', '已生效', '2025-03-01', '2025-03-10', '转入'],
  ];
  const { first, again } = await bring('discipline', [header, ...rows]);
  expect(first).toMatchObject({ create: 2 });
  expect(again).toMatchObject({ unchanged: 2 });
  expect(await DisciplineRecord.count({ where: { firmId: firm.id } })).toBe(1);
  rows[1]![6] = '更正';
  expect((await bring('discipline', [header, ...rows])).first).toMatchObject({ update: 1, unchanged: 1 });
});

test('offices held in the association, and earlier firms here and elsewhere', async () => {
  const [firm, former] = [await makeFirm(), await makeFirm()];
  const lawyer = await makeLawyer({ firmId: firm.id, firstPractisedOn: '2005-01-01' });
  const offices = [
    ['证号', '任职机构', '职务', '起始日期', '截止日期'],
    [lawyer.licenceNo, '业务发展委员会', '委员', '2020-01-01', '2023-12-31'],
  ];
  expect(await bring('appointments', offices)).toMatchObject({ first: { create: 1 }, again: { unchanged: 1 } });
  expect(await Appointment.count({ where: { lawyerId: lawyer.id } })).toBe(1);
  const before = await LawyerFirmPeriod.count({ where: { lawyerId: lawyer.id } });
  const periods = [
    ['证号', '执业机构许可证号', '外省机构名称', '起始日期', '截止日期'],
    [lawyer.licenceNo, former.licenceNo, '', '2005-02-01', '2006-01-31'],
    [lawyer.licenceNo, '', '外省某律师事务所', '2006-02-01', '2006-12-31'],
  ];
  expect(await bring('periods', periods)).toMatchObject({ first: { create: 2 }, again: { unchanged: 2 } });
  expect(await LawyerFirmPeriod.count({ where: { lawyerId: lawyer.id } })).toBe(before + 2);
});
