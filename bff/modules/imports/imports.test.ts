import { beforeEach, describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { ImportReport } from '../../contract/imports/endpoints.ts';
import type { ImportKind } from '../../contract/imports/enums.ts';
import '../../models.ts';
import { useDatabase } from '../../test/database.ts';
import { makeAssessment } from '../../test/factories/record.ts';
import { firmData, lawyerData, makeFirm, makeLawyer, staffActor } from '../../test/factories/registry.ts';
import { AuditEntry } from '../audit/model.ts';
import { Account } from '../accounts/model.ts';
import { Firm, Lawyer } from '../registry/model.ts';
import { Assessment } from '../registry/records/record-model.ts';
import { applySheet, checkSheet } from './import-sheet.ts';

useDatabase();
const actor = staffActor('registrar');

type Cell = ExcelJS.CellValue;
async function sheetOf(rows: Cell[][]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('表').addRows(rows);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
const check = async (kind: ImportKind, rows: Cell[][]) =>
  checkSheet({ actor, kind, name: '表.xlsx', bytes: await sheetOf(rows) });
async function apply(kind: ImportKind, rows: Cell[][]): Promise<ImportReport> {
  const sheet = { actor, kind, name: '表.xlsx', bytes: await sheetOf(rows) };
  return applySheet(sheet, (await checkSheet(sheet)).fingerprint);
}
const faultsIn = ({ rows }: ImportReport) =>
  rows.flatMap(({ row, faults }) => faults.map(({ column, message }) => `${row} ${column}：${message}`));

const FIRM_HEADER = [
  '执业许可证号*',
  '名称*',
  '机构类别*',
  '统一社会信用代码*',
  '办公地址*',
  '批准日期*',
  '状态*',
  '负责人*',
];
function firmRow(more: Partial<ReturnType<typeof firmData>> = {}): Cell[] {
  const { licenceNo, name, uscc, address, approvedOn, personInCharge } = firmData(more);
  return [licenceNo, name, '律师事务所', uscc, address, approvedOn, '正常', personInCharge];
}

let firm: Firm;
beforeEach(async () => {
  firm = await makeFirm();
});

describe('a sheet is looked through', () => {
  test('and says row by row what it would do, and does nothing', async () => {
    const [created, before] = [firmRow(), [await Firm.count(), await AuditEntry.count()]];
    const report = await check('firms', [
      FIRM_HEADER,
      created,
      [firm.licenceNo, '江海更名律师事务所', '', '', '', '', '', ''],
      [firm.licenceNo.replace(/.$/, ''), '', '', '', '', '', '', ''],
    ]);
    expect(report.counts).toEqual({ create: 1, update: 1, unchanged: 0, faulty: 1 });
    expect(report.rows[1]).toMatchObject({
      row: 3,
      outcome: 'update',
      changes: `名称：${firm.name}→江海更名律师事务所`,
    });
    expect([await Firm.count(), await AuditEntry.count()]).toEqual(before);
    await firm.reload();
    expect(firm.name).not.toBe('江海更名律师事务所');
  });

  test('names every fault of a row by its column, in words', async () => {
    const row = firmRow();
    row[2] = '事务所';
    row[5] = '2001年13月1日';
    const report = await check('firms', [FIRM_HEADER, row]);
    expect(faultsIn(report)).toEqual([
      '2 机构类别：应为：律师事务所、公司律师办公室、公职律师办公室、法律援助机构',
      '2 批准日期：日期格式应为 2026-11-22',
    ]);
    const missing = await check('firms', [FIRM_HEADER, [...firmRow().slice(0, 3), '12', '', '2001-02-03', '正常', '']]);
    expect(missing.rows[0]?.faults.map(({ column }) => column).sort()).toEqual(
      ['办公地址', '统一社会信用代码', '负责人'].sort(),
    );
  });

  test('takes dates of Excel and of people, and no formula, error or number that has lost its end', async () => {
    const dates: Cell[] = [new Date('2001-02-03T00:00:00Z'), 36925, '2001/2/3', '２００１．２．３', '2001年2月3日'];
    const rows = dates.map((approved) => Object.assign(firmRow(), { 5: approved }));
    const good = await check('firms', [FIRM_HEADER, ...rows]);
    expect(good.counts).toMatchObject({ create: 5, faulty: 0 });
    const formula = Object.assign(firmRow(), { 1: { formula: 'A1&"律师事务所"', result: '江海律师事务所' } });
    const broken = Object.assign(firmRow(), { 4: { error: '#REF!' } });
    const number = Object.assign(firmRow(), { 0: 24499200110000001 });
    expect(faultsIn(await check('firms', [FIRM_HEADER, formula, broken, number]))).toEqual([
      '2 名称：不接受公式，请改为数值或文字',
      '3 办公地址：单元格有错误 #REF!',
      '4 执业许可证号：数字过长，Excel已丢失末几位，请把该列设为文本格式后重新填写',
    ]);
  });

  test('tells of look-alikes in names, which keep nothing out', async () => {
    const row = Object.assign(firmRow(), { 1: '江海民亊律师事务所', 8: '温书宁' });
    const report = await check('firms', [FIRM_HEADER, row, firmRow()]);
    expect(report.counts).toMatchObject({ create: 2, faulty: 0 });
    expect(report.rows[0]?.doubts).toEqual([{ column: '名称', message: '「亊」U+4E8A 形近“事”' }]);
    expect(report.rows[1]?.doubts).toEqual([]);
  });

  test('refuses what nobody sees', async () => {
    const row = Object.assign(firmRow(), { 1: '江海衡\u3164正律师事务所' });
    expect(faultsIn(await check('firms', [FIRM_HEADER, row]))).toEqual([
      '2 名称：名称含有无法使用的字符（第4个字，U+3164），请删除后重新输入',
    ]);
  });

  test('tells a row that stands there twice, and one whose number belongs to somebody else', async () => {
    const row = firmRow();
    const report = await check('firms', [FIRM_HEADER, row, row, firmRow({ uscc: firm.uscc })]);
    expect(faultsIn(report)[0]).toBe('3 执业许可证号：与第 2 行重复');
    expect(report.rows[2]).toMatchObject({ outcome: 'faulty', faults: [{ column: '统一社会信用代码' }] });
  });

  test.each<[string, () => Promise<Buffer>, RegExp]>([
    ['that is none', async () => Buffer.from('PK姓名,证号'), /无法读取.*另存为 \.xlsx 再上传/],
    ['that is cut off', async () => (await sheetOf([FIRM_HEADER, firmRow()])).subarray(0, 900), /无法读取|没有数据/],
    ['without rows', () => sheetOf([FIRM_HEADER]), /没有数据/],
    ['with a column that nobody knows', () => sheetOf([[...FIRM_HEADER, '网站'], firmRow()]), /不认识的列：网站/],
    ['with a column twice', () => sheetOf([[...FIRM_HEADER, '名称'], firmRow()]), /重复的列：名称/],
    ['without the number to find members by', () => sheetOf([['名称'], ['某所']]), /缺少：执业许可证号/],
  ])('a file %s is refused in words', async (_what, file, message) => {
    const work = checkSheet({ actor, kind: 'firms', name: 'x', bytes: await file() });
    await expect(work).rejects.toMatchObject({
      code: 'invalid_fields',
      fields: { file: expect.stringMatching(message) },
    });
  });
});

describe('what was seen is applied', () => {
  test('all of it in one go, with accounts, and a line of the log for each and for the whole', async () => {
    const rows = [firmRow(), firmRow()];
    const report = await apply('firms', [FIRM_HEADER, ...rows, [firm.licenceNo, '江海更名律师事务所']]);
    expect(report.counts).toMatchObject({ create: 2, update: 1 });
    for (const [licenceNo] of rows) expect(await Account.count({ where: { login: licenceNo as string } })).toBe(1);
    await firm.reload();
    expect(firm.name).toBe('江海更名律师事务所');
    const log = await AuditEntry.findAll({ order: [['id', 'DESC']], limit: 4 });
    expect(log.map(({ action }) => action)).toEqual([
      'registry.imported',
      'firm.updated',
      'firm.created',
      'firm.created',
    ]);
    expect(log[0]).toMatchObject({ target: '律所：表.xlsx', detail: '新增2，修改1，无变化0' });
    // A second time there is nothing left to do.
    expect((await check('firms', [FIRM_HEADER, ...rows])).counts).toMatchObject({ unchanged: 2 });
  });

  test('or nothing: one row at fault keeps all others out', async () => {
    const before = await Firm.count();
    const bad = Object.assign(firmRow(), { 3: '12' });
    await expect(apply('firms', [FIRM_HEADER, firmRow(), bad])).rejects.toMatchObject({
      fields: { file: '有 1 行有问题，改正后才能导入' },
    });
    expect(await Firm.count()).toBe(before);
  });

  test('and nothing else: neither another file, nor after somebody changed what is registered', async () => {
    const rows = [FIRM_HEADER, [firm.licenceNo, '江海更名律师事务所']];
    const seen = (await check('firms', rows)).fingerprint;
    const stale = { code: 'changed_meanwhile' };
    const other = await sheetOf([FIRM_HEADER, [firm.licenceNo, '江海另名律师事务所']]);
    await expect(applySheet({ actor, kind: 'firms', name: 'x', bytes: other }, seen)).rejects.toMatchObject(stale);
    const bytes = await sheetOf(rows);
    const { fingerprint } = await checkSheet({ actor, kind: 'firms', name: 'x', bytes });
    await firm.update({ name: '江海改名律师事务所' });
    await expect(applySheet({ actor, kind: 'firms', name: 'x', bytes }, fingerprint)).rejects.toMatchObject(stale);
  });
});

describe('lawyers', () => {
  const HEADER = [
    '执业证号',
    '姓名',
    '性别',
    '证件类型',
    '证件号码',
    '执业类别',
    '执业机构许可证号',
    '入会日期',
    '首次执业日期',
    '状态',
  ];
  const rowOf = (data: ReturnType<typeof lawyerData>, firmLicenceNo: string): Cell[] => [
    data.licenceNo,
    data.name,
    '男',
    '居民身份证',
    data.identityNumber ?? '',
    '执业律师',
    firmLicenceNo,
    data.joinedOn,
    data.firstPractisedOn,
    '正常',
  ];

  test('are registered in their firm, moved to another, and their encrypted number never shows', async () => {
    const data = lawyerData();
    const created = await apply('lawyers', [HEADER, rowOf(data, firm.licenceNo)]);
    expect(created.counts.create).toBe(1);
    const lawyer = await Lawyer.findOne({ where: { licenceNo: data.licenceNo }, rejectOnEmpty: true });
    expect(lawyer.firmId).toBe(firm.id);
    expect((await check('lawyers', [HEADER, rowOf(data, firm.licenceNo)])).counts.unchanged).toBe(1);

    const other = await makeFirm();
    const moved = await apply('lawyers', [HEADER, rowOf(data, other.licenceNo)]);
    expect(moved.rows[0]?.changes).toBe(`执业机构许可证号：${firm.licenceNo}→${other.licenceNo}`);
    expect((await lawyer.reload()).firmId).toBe(other.id);

    const renumbered = await check('lawyers', [HEADER, rowOf({ ...data, ...pick(lawyerData()) }, other.licenceNo)]);
    expect(renumbered.rows[0]).toMatchObject({ outcome: 'update' });
    expect(JSON.stringify(renumbered)).not.toContain(data.identityNumber);
    expect(renumbered.rows[0]?.changes).toMatch(/^证件号码：空→\d{3}\*+\w{4}$/);
  });

  test('are told from firms that are not registered', async () => {
    const report = await check('lawyers', [HEADER, rowOf(lawyerData(), '00000000000000000')]);
    expect(faultsIn(report)).toEqual(['2 执业机构许可证号：没有这个执业许可证号的律所，请先登记律所']);
  });

  const pick = ({ identityNumber }: ReturnType<typeof lawyerData>) => ({ identityNumber });
});

describe('records', () => {
  test('are found by member and year; results in the words of lawyers and of firms', async () => {
    const lawyer = await makeLawyer({ firmId: firm.id });
    await makeAssessment({ subjectKind: 'lawyer', subjectId: lawyer.id, year: 2025 });
    const header = ['证号', '年度', '状态', '考核结果', '归档日期', '备注'];
    const rows: Cell[][] = [
      [lawyer.licenceNo, 2025, '', '基本称职', '', ''],
      [lawyer.licenceNo, '2024', '已完成', '称职', '2025-05-20', ''],
      [firm.licenceNo, 2025, '已完成', '合格', '2026-05-20', ''],
    ];
    const report = await apply('assessments', [header, ...rows]);
    expect(report.rows.map(({ outcome, changes }) => [outcome, changes])).toEqual([
      ['update', '考核结果：称职→基本称职'],
      ['create', expect.stringContaining('年度：2024；状态：已完成；考核结果：称职；归档日期：2025-05-20')],
      ['create', expect.stringContaining('归档日期：2026-05-20')],
    ]);
    expect(await Assessment.count({ where: { lawyerId: lawyer.id } })).toBe(2);
    const unknown = await check('assessments', [header, ['00000000000000000', 2025, '未开始', '', '', '']]);
    expect(faultsIn(unknown)).toEqual(['2 证号：没有这个证号的律师或律所']);
  });

  test('money is read by digits, and what the form would refuse is refused here', async () => {
    const header = ['证号', '年度', '应缴（元）', '已缴（元）', '状态', '缴清日期'];
    const good = await apply('dues', [header, [firm.licenceNo, 2026, '1,200.10', 1200.1, '已缴清', '2026-03-18']]);
    expect(good.counts.create).toBe(1);
    const bad = await check('dues', [header, [firm.licenceNo, 2025, 1200, 1300, '未缴清', '']]);
    expect(faultsIn(bad)).toEqual(['2 已缴（元）：已缴金额不能多于应缴金额']);
  });
});
