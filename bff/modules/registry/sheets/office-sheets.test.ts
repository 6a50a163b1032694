import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { ImportKind } from '../../../contract/imports/enums.ts';
import '../../../models.ts';
import '../../../connections.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeDiscipline, makeFirm, makeLawyer, staffActor } from '../../../test/factories/registry.ts';
import { applySheet, checkSheet } from '../../imports/import-sheet.ts';
import { DisciplineRecord, LawyerFirmPeriod } from '../model.ts';
import { ActivityHours, Appointment } from '../records/record-model.ts';

useDatabase();
const actor = staffActor('registrar');

async function check(kind: ImportKind, rows: string[][]) {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('表').addRows(rows);
  return checkSheet({ actor, kind, name: '表.xlsx', bytes: Buffer.from(await workbook.xlsx.writeBuffer()) });
}

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

describe('one decision with two penalties is two records', () => {
  const header = ['证号', '文号', '处分种类', '状态', '决定日期', '生效日期', '届满日期', '备注'];
  const DOCUMENT = '江律处〔2025〕88号';
  async function punished(...more: Partial<Parameters<typeof makeDiscipline>[0]>[]) {
    const firm = await makeFirm();
    const { id, licenceNo } = await makeLawyer({ firmId: firm.id });
    const dates = { decidedOn: '2025-03-01', effectiveFromOn: '2025-03-02', documentNo: DOCUMENT };
    for (const one of more) await makeDiscipline({ subjectKind: 'lawyer', subjectId: id, ...dates, ...one });
    return { id, licenceNo };
  }
  const row = (
    licenceNo: string,
    kind: string,
    fromOn = '2025-03-02',
    untilOn = '',
    remark = '',
    number = DOCUMENT,
  ) => [licenceNo, number, kind, '已生效', '2025-03-01', fromOn, untilOn, remark];

  test('each row finds its own, and what is fed back is no change', async () => {
    const both = [{ kind: 'public_censure' }, { kind: 'rights_suspended', effectiveUntilOn: '2026-03-01' }] as const;
    const { id, licenceNo } = await punished(...both);
    const second = row(licenceNo, '中止会员权利', '2025-03-02', '2026-03-01');
    expect((await check('discipline', [header, second])).counts).toMatchObject({ unchanged: 1 });
    const rows = [header, row(licenceNo, '公开谴责'), second];
    expect((await check('discipline', rows)).counts).toMatchObject({ unchanged: 2, faulty: 0 });
    await bring('discipline', [header, row(licenceNo, '公开谴责', '2025-03-02', '', '更正'), second]);
    const kept = await DisciplineRecord.findAll({ where: { lawyerId: id }, order: [['id', 'ASC']] });
    expect(kept.map(({ kind, remark }) => [kind, remark])).toEqual([
      ['public_censure', '更正'],
      ['rights_suspended', ''],
    ]);
  });

  test('two of one kind are told by their days, and two that are alike come back in as no change', async () => {
    const twice = [{}, {}, { effectiveFromOn: '2025-09-02' }].map((one) => ({ ...one, kind: 'warning' }) as const);
    const { licenceNo } = await punished(...twice);
    const rows = [row(licenceNo, '警告'), row(licenceNo, '警告'), row(licenceNo, '警告', '2025-09-02')];
    expect((await check('discipline', [header, ...rows])).counts).toMatchObject({ unchanged: 3, faulty: 0 });
    const later = await check('discipline', [header, row(licenceNo, '警告', '2025-09-02', '', '更正')]);
    expect(later.rows[0]).toMatchObject({ outcome: 'update', changes: '备注：空→更正' });
    const unclear = await check('discipline', [header, row(licenceNo, '警告', '2025-12-02')]);
    expect(unclear.rows[0]?.faults[0]?.message).toMatch(/该种处分有3条/);
  });

  test.each([
    '江律处[2025]88号',
    '江律处〔２０２５〕88号',
    '江律处〔2025〕 88 号',
    '江律处（2025）88号',
    '江律处［2025］88号',
  ])('%s is the same 文号', async (typed) => {
    const { licenceNo } = await punished({ kind: 'public_censure' });
    const same = row(licenceNo, '公开谴责', '2025-03-02', '', '', typed);
    expect((await check('discipline', [header, same])).counts).toMatchObject({ unchanged: 1 });
    const other = row(licenceNo, '训诫', '2025-03-02', '', '', typed);
    expect((await check('discipline', [header, other])).rows[0]).toMatchObject({
      outcome: 'create',
      doubts: [{ column: '文号', message: '同一对象另有1条相同文号的记录，请核对是否重复登记' }],
    });
    const twins = [other, row(licenceNo, '训诫', '2025-03-02', '', '又')];
    expect((await check('discipline', [header, ...twins])).rows[1]?.faults[0]?.message).toBe('与第 2 行重复');
  });
});

test('an activity and an office are the same however their brackets and blanks are typed', async () => {
  const firm = await makeFirm();
  const { id, licenceNo } = await makeLawyer({ firmId: firm.id });
  const hours = (title: string, count = '3') => [
    ['证号', '活动名称', '活动日期', '学时', '状态'],
    [licenceNo, title, '2026-05-06', count, '已签到'],
  ];
  await bring('hours', hours('涉外培训（一）'));
  for (const title of ['涉外培训(一)', '涉外培训 （一）']) {
    expect((await check('hours', hours(title))).counts).toMatchObject({ unchanged: 1 });
    await bring('hours', hours(title, '3.5'));
    expect((await check('hours', [...hours(title), hours('涉外培训（一）')[1]!])).counts).toMatchObject({ faulty: 1 });
    await bring('hours', hours(title));
  }
  const kept = await ActivityHours.findAll({ where: { lawyerId: id } });
  expect(kept.map(({ title }) => title)).toEqual(['涉外培训（一）']);
  const office = (body: string) => [
    ['证号', '任职机构', '职务', '起始日期'],
    [licenceNo, body, '委员', '2020-01-01'],
  ];
  await bring('appointments', office('涉外委员会（第五届）'));
  expect((await check('appointments', office('涉外委员会 (第五届)'))).counts).toMatchObject({ unchanged: 1 });
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
