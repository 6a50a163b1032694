import { beforeAll, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { Endpoint } from '../../contract/endpoint.ts';
import { exportEndpoints } from '../../contract/exports/endpoints.ts';
import { EXPORT_LISTS } from '../../contract/exports/enums.ts';
import { IMPORT_KINDS, type ImportKind } from '../../contract/imports/enums.ts';
import { addDays } from '../../contract/dates.ts';
import '../../models.ts';
import { signedIn, useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { makeAppointment, makeAssessment, makeDues, makeHours, makePeriod } from '../../test/factories/record.ts';
import { makeDiscipline, makeFirm, makeLawyer, makeStaffAccount, staffActor } from '../../test/factories/registry.ts';
import { readXlsx } from '../../platform/xlsx/read-xlsx.ts';
import { checkSheet } from '../imports/import-sheet.ts';

/** What an export holds comes back in unchanged. */

useDatabase();
const api = useApi();
const tokens: Record<string, string> = {};
beforeAll(async () => {
  for (const role of ['registrar', 'finance'] as const) {
    tokens[role] = await signedIn(await makeStaffAccount(`${role}-x`, 'a long pass phrase', [role]));
  }
  const firm = await makeFirm({ phone: '07006880002', email: 'firm@example.com' });
  const lawyer = await makeLawyer({ firmId: firm.id, firmSinceOn: '2015-01-01' });
  for (const [subjectKind, subjectId] of [
    ['firm', firm.id],
    ['lawyer', lawyer.id],
  ] as const) {
    await makeAssessment({ subjectKind, subjectId, year: 2025 });
    await makeDues({ subjectKind, subjectId, year: 2025 });
    await makeDiscipline({ subjectKind, subjectId });
    // Looked into: no 文号 yet, and no day; of one that is decided there is another.
    for (const documentNo of ['', '江律处〔2026〕9号']) {
      const open = { state: 'open', decidedOn: null, effectiveFromOn: null, effectiveUntilOn: null } as const;
      await makeDiscipline({ subjectKind, subjectId, ...open, documentNo });
    }
    await makeDiscipline({ subjectKind, subjectId, documentNo: '江律处〔2026〕9号', effectiveFromOn: '2026-03-01' });
  }
  await makeHours({ lawyerId: lawyer.id, remark: '=1+1' });
  await makeHours({ lawyerId: lawyer.id, title: '企业合规实务', hours: 1.5, state: 'disputed' });
  await makeAppointment({ lawyerId: lawyer.id });
  const { firstPractisedOn } = lawyer;
  await makePeriod({ lawyerId: lawyer.id, fromOn: firstPractisedOn, untilOn: addDays(firstPractisedOn, 30) });
  await makePeriod({
    lawyerId: lawyer.id,
    firmId: (await makeFirm()).id,
    fromOn: addDays(firstPractisedOn, 31),
    untilOn: addDays(firstPractisedOn, 60),
  });
});

async function exported(endpoint: Endpoint, role = 'registrar') {
  const answer = await api.call(endpoint, { as: tokens[role]! });
  expect(answer.status).toBe(200);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(answer.bytes as unknown as ArrayBuffer);
  return { bytes: answer.bytes, sheet: workbook.worksheets[0]! };
}

test.each<[ImportKind, Endpoint, number]>([
  ['firms', exportEndpoints.exportFirms, 2],
  ['lawyers', exportEndpoints.exportLawyers, 1],
  ['dues', exportEndpoints.exportDues, 2],
  ['assessments', exportEndpoints.exportAssessments, 2],
  ['discipline', exportEndpoints.exportDiscipline, 8],
  ['hours', exportEndpoints.exportHours, 2],
  ['appointments', exportEndpoints.exportAppointments, 1],
  ['periods', exportEndpoints.exportPeriods, 3],
])('%s: 无变化', async (kind, endpoint, rows) => {
  const { bytes } = await exported(endpoint);
  const report = await checkSheet({ actor: staffActor('registrar'), kind, name: 'x.xlsx', bytes });
  expect(report.rows.flatMap(({ faults }) => faults)).toEqual([]);
  expect(report.counts).toEqual({ create: 0, update: 0, unchanged: rows, faulty: 0 });
});

test('what a formula would begin with is words on the way out, and no change on the way back', async () => {
  const words = ['=1+1', '+86', '-5', '@SUM(A1)', '_x0041_'];
  const firm = await makeFirm();
  for (const [at, remark] of words.entries()) {
    await makeDues({ subjectKind: 'firm', subjectId: firm.id, year: 2018 + at, remark });
  }
  const { bytes, sheet } = await exported(exportEndpoints.exportDues, 'finance');
  sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined()));
  const cells = (await readXlsx(bytes)).flatMap((row) => row.cells.map((cell) => ('text' in cell ? cell.text : '')));
  expect(words.filter((word) => !cells.includes(word))).toEqual([]);
  const report = await checkSheet({ actor: staffActor('registrar'), kind: 'dues', name: 'x.xlsx', bytes });
  expect(report.counts).toMatchObject({ create: 0, update: 0, faulty: 0 });
});

test('what can be brought in can be had as well', () => {
  const had = Object.values(EXPORT_LISTS);
  for (const label of Object.values(IMPORT_KINDS)) expect(had).toContain(label);
});

test('of one lawyer alone, by the name', async () => {
  const other = await makeLawyer({ name: '买买提·艾力' });
  await makeHours({ lawyerId: other.id, hours: 2.5 });
  const answer = await api.call(exportEndpoints.exportHours, {
    as: tokens['registrar']!,
    query: { search: '买买提•艾力' },
  });
  const rows = await readXlsx(answer.bytes);
  expect(rows).toHaveLength(2);
  expect(rows[1]?.cells.slice(0, 3)).toEqual(['律师', '买买提·艾力', other.licenceNo].map((text) => ({ text })));
});

test('amounts are numbers that can be added up', async () => {
  const { sheet } = await exported(exportEndpoints.exportDues, 'finance');
  const heading = (sheet.getRow(1).values as string[]).indexOf('应缴（元）');
  expect(typeof sheet.getRow(2).getCell(heading).value).toBe('number');
});

test('contacts are for those who keep the registry', async () => {
  const headings = async (role: string) =>
    (await exported(exportEndpoints.exportFirms, role)).sheet.getRow(1).values as string[];
  expect(await headings('registrar')).toEqual(expect.arrayContaining(['电话', '邮箱']));
  expect(await headings('finance')).not.toEqual(expect.arrayContaining(['电话']));
});

test('orders and messages have a sheet of their own', async () => {
  const { sheet } = await exported(exportEndpoints.exportPayments, 'finance');
  expect(sheet.getRow(1).values).toEqual(expect.arrayContaining(['订单号', '金额（元）']));
});
