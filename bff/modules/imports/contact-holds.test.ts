import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import '../../models.ts';
import { useDatabase } from '../../test/database.ts';
import { givePassword, makeFirm, staffActor } from '../../test/factories/registry.ts';
import { Message } from '../outbox/model.ts';
import { applySheet, checkSheet } from './import-sheet.ts';

useDatabase();

test('tells of contacts that are not good for everything at once', async () => {
  const firm = await makeFirm();
  const rows = [
    ['执业许可证号', '电话', '邮箱'],
    [firm.licenceNo, '0700-6880001', 'new@example.com'],
  ];
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('表').addRows(rows);
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
  const sheet = { actor: staffActor('registrar'), kind: 'firms', name: '表.xlsx', bytes } as const;
  const holds = async () => (await checkSheet(sheet)).rows[0]?.holds;
  // The telephone number is the one that stands there.
  expect(await holds()).toEqual([{ column: '邮箱', message: expect.stringContaining('须另一人') }]);
  await givePassword({ firmId: firm.id }, 'correct horse 1');
  expect(await holds()).toEqual([{ column: '邮箱', message: expect.stringContaining('7天内不能接收验证码') }]);
  expect((await applySheet(sheet, (await checkSheet(sheet)).fingerprint)).rows[0]?.holds).toHaveLength(1);
  expect(await Message.count({ where: { template: 'account_notice', recipient: 'new@example.com' } })).toBe(0);
  expect(await Message.count({ where: { template: 'account_notice', recipient: firm.email } })).toBeGreaterThan(0);
});
