import { beforeAll, describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { exportEndpoints } from '../../contract/exports/endpoints.ts';
import { signedIn, useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { eventually } from '../../test/eventually.ts';
import { makeManyLawyers } from '../../test/factories/many-lawyers.ts';
import '../../models.ts';
import { makeFirm, makeLawyer, makeStaffAccount } from '../../test/factories/registry.ts';
import { AuditEntry } from '../audit/model.ts';

useDatabase();
const api = useApi();
let registrar: string;
beforeAll(async () => {
  const account = await makeStaffAccount('sheets', 'a long pass phrase', ['registrar']);
  registrar = await signedIn(account);
});

const lastAudit = () => AuditEntry.findOne({ where: { action: 'list.exported' }, order: [['id', 'DESC']] });

async function exported(query: Record<string, string>) {
  const answer = await api.call(exportEndpoints.exportLawyers, { as: registrar, query });
  expect(answer.status).toBe(200);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(answer.bytes as unknown as ArrayBuffer);
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) =>
    rows.push((row.values as (string | undefined)[]).slice(1).map((v) => v ?? '')),
  );
  return { answer, rows };
}

describe('律师 as Excel', () => {
  test('holds exactly what the list holds with these filters, over all pages, and the log says so', async () => {
    const firm = await makeFirm();
    await makeManyLawyers(firm.id, 1_203);
    const { answer, rows } = await exported({ firmId: String(firm.id), status: 'active' });
    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toMatch(/律师-\d{4}-\d\d-\d\d\.xlsx/);
    expect(rows[0]).toEqual(
      (
        '执业证号 姓名 性别 证件类型 身份核验日期 执业类别 执业机构许可证号 入会日期 首次执业日期 状态 注销日期 ' +
        '外文姓名 电话 邮箱 在办变更 执业机构'
      ).split(' '),
    );
    expect(rows).toHaveLength(1_204);
    expect(new Set(rows.map(([licence]) => licence)).size).toBe(1_204);
    await eventually(async () =>
      expect(await lastAudit()).toMatchObject({
        actor: '顾清和',
        target: '律师',
        detail: expect.stringMatching(/^1203 行；.*状态：正常/),
      }),
    );
  });

  test('has no identity number anywhere, and a name that begins a formula is only a name', async () => {
    const firm = await makeFirm();
    const lawyer = await makeLawyer({ firmId: firm.id, name: '=HYPERLINK("x")', identityNumber: '110101199003078806' });
    const { answer, rows } = await exported({ firmId: String(firm.id) });
    expect(rows[1]?.slice(0, 2)).toEqual([lawyer.licenceNo, '=HYPERLINK("x")']);
    expect(answer.bytes.includes('110101199003078806')).toBe(false);
    expect(rows.flat().join()).not.toContain('110101199003078806');
  });

  test('refuses what the list would refuse, before anything is sent', async () => {
    const { status } = await api.call(exportEndpoints.exportLawyers, { as: registrar, query: { status: 'nonsense' } });
    expect(status).toBe(422);
  });

  test('a download that breaks off is in the log as well', async () => {
    const firm = await makeFirm();
    await makeManyLawyers(firm.id, 600);
    const before = await AuditEntry.count({ where: { action: 'list.exported' } });
    const leaving = new AbortController();
    const response = await fetch(`${api.url}/api/staff/exports/lawyers?firmId=${firm.id}`, {
      headers: { authorization: `Bearer ${registrar}` },
      signal: leaving.signal,
    });
    expect(response.status).toBe(200);
    leaving.abort();
    await eventually(async () =>
      expect(await AuditEntry.count({ where: { action: 'list.exported' } })).toBe(before + 1),
    );
  });
});
