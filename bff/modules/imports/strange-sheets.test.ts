import { beforeAll, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import '../../models.ts';
import { useDatabase } from '../../test/database.ts';
import { lawyerData, makeFirm, makeLawyer, staffActor } from '../../test/factories/registry.ts';
import { Lawyer, type Firm } from '../registry/model.ts';
import { checkSheet } from './import-sheet.ts';

/** Sheets as other programs and hurried hands make them. */

useDatabase();
const actor = staffActor('registrar');
let firm: Firm;
beforeAll(async () => {
  firm = await makeFirm();
  await makeLawyer({ firmId: firm.id, licenceNo: '14499202010100074' });
});

test('words as people write them are understood; rows that are not seen are said', async () => {
  const rows = [' 男 ', '男性', '性别：女性', '性别:男', '２'].map((sex) => {
    const { licenceNo, name, identityNumber } = lawyerData();
    const dates = [20200506, '2020年5月6日'];
    return [licenceNo, name, sex, '身份证', identityNumber ?? '', '执业律师', firm.licenceNo, ...dates, '正常'];
  });
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('字典').state = 'hidden';
  const sheet = workbook.addWorksheet('律师');
  const header = '执业证号 姓名 性别 证件类型 证件号码 执业类别 执业机构许可证号 入会日期 首次执业日期 状态'.split(' ');
  sheet.addRows([['江海市律师协会新入会律师名单'], [], header, ...rows, ['合 计', 5]]);
  sheet.getRow(5).hidden = true;
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
  const report = await checkSheet({ actor, kind: 'lawyers', name: '表.xlsx', bytes });
  expect(report.rows.flatMap(({ faults }) => faults)).toEqual([]);
  expect(report.counts).toEqual({ create: 5, update: 0, unchanged: 1, faulty: 0 });
  expect(report.rows.map(({ row: number, doubts }) => [number, doubts.map(({ message }) => message)])).toEqual([
    [4, []],
    [5, ['该行在文件中是隐藏的，同样会导入']],
    [6, []],
    [7, []],
    [8, []],
    [9, ['合计行，未读取']],
  ]);
});

test.each(['inline_update.xlsx', 'inlinephon_update.xlsx'])('%s changes name, phone and mail', async (name) => {
  const bytes = readFileSync(join(import.meta.dirname, '../../platform/xlsx/samples', name));
  const { rows } = await checkSheet({ actor, kind: 'lawyers', name, bytes });
  expect(rows[0]).toMatchObject({ outcome: 'update' });
  for (const change of ['→褚四', '→13800000001', '→a@example.com']) expect(rows[0]?.changes).toContain(change);
});

test.each(['password.xlsx', 'password.xls'])('%s says that it has a password, and what to do', async (name) => {
  const bytes = readFileSync(join(import.meta.dirname, '../../platform/xlsx/samples', name));
  await expect(checkSheet({ actor, kind: 'lawyers', name, bytes })).rejects.toMatchObject({
    fields: {
      file: '该文件设有打开密码，系统无法读取，请在 Excel 或 WPS 中用密码打开，取消打开密码后另存为 .xlsx 再上传',
    },
  });
});

test('names, mail and telephone written otherwise are no change; what is no name is refused', async () => {
  const kept = { name: '江山', latinName: "JIANG Shan'er", phone: '13800001234', email: 'jiang@example.com' };
  const { licenceNo } = await makeLawyer({ firmId: firm.id, ...kept });
  const header = ['执业证号', '姓名', '外文姓名', '电话', '邮箱'];
  const judged = async (...cells: string[]) => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('律师').addRows([header, [licenceNo, ...cells]]);
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    return (await checkSheet({ actor, kind: 'lawyers', name: '表.xlsx', bytes })).rows[0];
  };
  const written = ['江　⼭', 'JIANG  Shan’er', '+86 138-0000-1234', 'ｊｉａｎｇ@example.com'];
  expect(await judged(...written)).toMatchObject({ outcome: 'unchanged', changes: '' });
  expect(await judged('=1+1')).toMatchObject({
    outcome: 'faulty',
    faults: [{ column: '姓名', message: '姓名不能以“=”开头，请删去后重新填写' }],
  });
  // Kept before names were normalised: what an export says of it comes back in as it is.
  await Lawyer.update({ name: '买买提•艾力' }, { where: { licenceNo } });
  for (const name of ['买买提•艾力', '买买提·艾力']) expect(await judged(name)).toMatchObject({ outcome: 'unchanged' });
  expect(await judged('买买提·艾')).toMatchObject({ changes: '姓名：买买提•艾力→买买提·艾' });
});

test('days counted from 1904 are the right ones in a column of days, though nothing formats them', async () => {
  const workbook = new ExcelJS.Workbook();
  workbook.properties.date1904 = true;
  workbook.addWorksheet('律师').addRows([
    ['执业证号', '入会日期'],
    ['14499202010100074', 35463],
  ]);
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
  const { rows } = await checkSheet({ actor, kind: 'lawyers', name: '表.xlsx', bytes });
  expect(rows[0]?.changes).toContain('→2001-02-03');
});
