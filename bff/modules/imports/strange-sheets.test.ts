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
  const rows = [' 男 ', '男性', '性别：女性', '性别:男', '２', 'M', '女士', 'Female', '1.0'].map((sex, at) => {
    const { licenceNo, name, identityNumber } = lawyerData();
    const dates = [20200506, ['2020年5月6日', '2020-5-6 00:00:00', 43957.5][at % 3]!];
    return [
      licenceNo,
      name,
      sex,
      '身份证',
      identityNumber ?? '',
      ['执业律师', '专职律师'][at % 2]!,
      firm.licenceNo,
      ...dates,
      '正常',
    ];
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
  expect(report.counts).toEqual({ create: 9, update: 0, unchanged: 1, faulty: 0 });
  expect(report.rows.filter(({ outcome }) => outcome === 'create').map(({ changes }) => changes)).toEqual(
    Array(9).fill(expect.stringContaining('入会日期：2020-05-06；首次执业日期：2020-05-06')),
  );
  const shown = report.rows.map(({ doubts }) => doubts.filter(({ column }) => column === ''));
  expect(report.rows.map(({ row: number }, at) => [number, (shown[at] ?? []).map(({ message }) => message)])).toEqual([
    [4, []],
    [5, ['该行在文件中是隐藏的，同样会导入']],
    [6, []],
    [7, []],
    ...[8, 9, 10, 11, 12].map((row) => [row, []]),
    [13, ['合计行，未读取']],
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

test.each(['12,5', '1,2', '1,00', ',5', '5元5', '1,2345', '12,34,567', '元5', '1，2'])(
  '%s is no amount and says so; what is grouped by thousands is one',
  async (typed) => {
    const judged = async (due: string) => {
      const workbook = new ExcelJS.Workbook();
      workbook.addWorksheet('会费').addRows([
        ['证号', '年度', '应缴（元）', '已缴（元）', '状态'],
        [firm.licenceNo, '2024', due, '0', '未缴清'],
      ]);
      const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
      return (await checkSheet({ actor, kind: 'dues', name: '表.xlsx', bytes })).rows[0];
    };
    expect((await judged(typed))?.faults[0]).toEqual({
      column: '应缴（元）',
      message: '金额应为数字，最多两位小数，例如 1200 或 1,200.50',
    });
    for (const right of ['12,345.67', '１２，３４５.６７元', '12345.67 元', '￥12,345.67']) {
      expect((await judged(right))?.changes).toContain('应缴（元）：12345.67');
    }
  },
);

test('telephone numbers written otherwise are no change, and an extension is one', async () => {
  const { licenceNo } = await makeLawyer({ firmId: firm.id, phone: '0756-1234567' });
  const judged = async (phone: string) => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('律师').addRows([
      ['执业证号', '电话'],
      [licenceNo, phone],
    ]);
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    return (await checkSheet({ actor, kind: 'lawyers', name: '表.xlsx', bytes })).rows[0]?.outcome;
  };
  for (const phone of ['07561234567', '（0756）1234567', '0756 1234567', '0086-0756-1234567']) {
    expect([phone, await judged(phone)]).toEqual([phone, 'unchanged']);
  }
  expect(await judged('0756-1234567转801')).toBe('update');
  expect(await judged('0000-1234567')).toBe('faulty');
});

test('the number of a lawyer is doubted beside sex and age as on the form, and brought in', async () => {
  const { name, identityNumber = '', licenceNo } = lawyerData();
  const isMan = Number(identityNumber[16]) % 2 === 1;
  const header = '执业证号 姓名 性别 证件类型 证件号码 执业类别 执业机构许可证号 入会日期 首次执业日期 状态'.split(' ');
  const judged = async (sex: string) => {
    const days = ['2020-01-02', '2019-03-04', '正常'];
    const workbook = new ExcelJS.Workbook();
    const row = [licenceNo, name, sex, '身份证', identityNumber, '执业律师', firm.licenceNo, ...days];
    workbook.addWorksheet('律师').addRows([header, row]);
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    return (await checkSheet({ actor, kind: 'lawyers', name: '表.xlsx', bytes })).rows[0];
  };
  expect(await judged(isMan ? '女' : '男')).toMatchObject({
    outcome: 'create',
    doubts: [{ column: '证件号码', message: expect.stringMatching(/^证件号码第17位表示.性，与性别.不一致$/) }],
  });
  expect(await judged(isMan ? '男' : '女')).toMatchObject({ outcome: 'create', doubts: [] });
});

test('all that is wrong in a row is said at once, what is read cell by cell and what is judged besides', async () => {
  const lines = ['执业许可证号,名称,统一社会信用代码,批准日期,电话,邮箱', ',江海所😀,123,2020-02-30,abc,a@b', '合计,1'];
  const bytes = Buffer.from(`\ufeff${lines.join('\r\n')}`);
  const { rows } = await checkSheet({ actor, kind: 'firms', name: '律所.csv', bytes });
  expect(Object.fromEntries(rows[0]!.faults.map(({ column, message }) => [column, message]))).toEqual({
    执业许可证号: '请填写',
    批准日期: '日期格式应为 2026-11-22',
    名称: expect.stringContaining('「😀」U+1F600'),
    统一社会信用代码: expect.stringContaining('校验位不正确'),
    电话: expect.stringContaining('格式不正确'),
    邮箱: expect.stringContaining('格式不正确'),
  });
});

test('what nobody sees is named in every column, and does not hide a heading', async () => {
  const { licenceNo } = await makeLawyer({ firmId: firm.id });
  const lines = [
    '执业证号\u200B,姓名,性别,电话,邮箱,入会日期',
    `${licenceNo},王\u200B一,男\u3164,\u202D13800001234\u202C,a\u200Bb@example.com,2020-01-02\u200B`,
    `\u200B${licenceNo},,,,,`,
  ];
  const bytes = Buffer.from(`\ufeff${lines.join('\r\n')}`);
  const { rows } = await checkSheet({ actor, kind: 'lawyers', name: '律师.csv', bytes });
  const unseen = (label: string, place: string) => ({
    column: label,
    message: `${label}含有无法使用的字符（${place}），请删除后重新输入`,
  });
  expect(rows.map(({ faults }) => faults)).toEqual([
    [
      unseen('姓名', '第2个字，U+200B'),
      unseen('性别', '第2个字，U+3164'),
      unseen('电话', '第1个字，U+202D'),
      unseen('邮箱', '第2个字，U+200B'),
      unseen('入会日期', '第11个字，U+200B'),
    ],
    [unseen('执业证号', '第1个字，U+200B')],
  ]);
});

test('headings, years, words and dashes as a hurried clerk writes them are understood', async () => {
  const { licenceNo } = await makeLawyer({ firmId: firm.id });
  const judged = async (kind: 'lawyers' | 'dues', ...lines: string[]) => {
    const bytes = Buffer.from(`\ufeff${lines.join('\r\n')}`);
    return (await checkSheet({ actor, kind, name: '表.csv', bytes })).rows;
  };
  const [one] = await judged(
    'lawyers',
    '会员名单,,,',
    '序 号,姓  名,律师执业证号,联系电话,电子邮箱,入会日期',
    `1,王一,${licenceNo},13800001234,－,—`,
    '合计,1人,,',
  );
  expect(one).toMatchObject({ outcome: 'update', faults: [] });
  expect(one?.changes).toMatch(/^姓名：.+→王一；电话：.+→13800001234$/);
  const dues = await judged(
    'dues',
    '执业证号,年度,应缴金额,实缴,状态,缴清日期,备注',
    `${licenceNo},2023年度,"1,200",1200元,缴清,2024-3-5,/`,
    `${licenceNo},2024年,1200,0,欠缴,—,`,
    `${licenceNo},去年,1200,0,未缴,,`,
  );
  expect(dues.map(({ outcome }) => outcome)).toEqual(['create', 'create', 'faulty']);
  expect(dues[0]?.changes).toContain('年度：2023；应缴（元）：1200.00；已缴（元）：1200.00；状态：已缴清');
  expect(dues[0]?.changes).not.toContain('备注');
  expect(dues[2]?.faults).toEqual([{ column: '年度', message: '应为年份，例如 2026' }]);
});

test('two headings of one column are refused, and a column that nobody knows says what to do', async () => {
  const refused = (header: string) =>
    checkSheet({ actor, kind: 'lawyers', name: '表.csv', bytes: Buffer.from(`\ufeff${header}\r\n1,2,3,4`) });
  await expect(refused('执业证号,电话,手机')).rejects.toMatchObject({ fields: { file: '表头中有重复的列：手机' } });
  await expect(refused('执业证号,姓名,所在律所')).rejects.toMatchObject({
    fields: { file: expect.stringMatching(/^表头中有不认识的列：所在律所，请删去，或改为可以用的列名：执业证号、/) },
  });
});
