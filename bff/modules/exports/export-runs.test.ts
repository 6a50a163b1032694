import { afterEach, beforeAll, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { exportEndpoints } from '../../contract/exports/endpoints.ts';
import { DAY_MS } from '../../contract/dates.ts';
import '../../models.ts';
import { jobs } from '../../jobs.ts';
import { clock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { transaction } from '../../platform/db/database.ts';
import { runDueJobs } from '../../platform/jobs/worker.ts';
import { storage } from '../../platform/storage/storage.ts';
import { signedIn, useApi } from '../../test/api.ts';
import { useDatabase } from '../../test/database.ts';
import { makeManyLawyers } from '../../test/factories/many-lawyers.ts';
import { makeFirm, makeStaffAccount } from '../../test/factories/registry.ts';
import type { Account } from '../accounts/model.ts';
import { AuditEntry } from '../audit/model.ts';
import { removeExport } from './remove-export.ts';
import { makeExport } from './make-export.ts';
import { ExportRun, storageKeyOf } from './model.ts';

/** Lists of more than 5,000 rows are made into files in the background. */

useDatabase();
const api = useApi();
const tokens: Record<string, string> = {};
const accounts: Record<string, Account> = {};
let firmId: string;
beforeAll(async () => {
  for (const role of ['registrar', 'service', 'administrator'] as const) {
    accounts[role] = await makeStaffAccount(`${role}-runs`, 'a long pass phrase', [role]);
    tokens[role] = await signedIn(accounts[role]);
  }
  accounts['colleague'] = await makeStaffAccount('colleague-runs', 'a long pass phrase', ['registrar']);
  tokens['colleague'] = await signedIn(accounts['colleague']);
  const firm = await makeFirm();
  firmId = String(firm.id);
  for (let piece = 0; piece < 6; piece++) await makeManyLawyers(firm.id, 900);
}, 240_000);

afterEach(async () => {
  releaseClock();
  await ExportRun.destroy({ where: {} });
});

type Item = { id: number; state: string; rows: number; by: string; can: { download: boolean } };
const order = (as = 'registrar', filter: Record<string, unknown> = { firmId }) =>
  api.call(exportEndpoints.orderExport, { as: tokens[as], body: { list: 'lawyers', filter } });
async function ordered(): Promise<number> {
  const { status, json } = await order();
  expect(status).toBe(200);
  return json['runId'] as number;
}
const listed = async (as = 'registrar') =>
  (await api.call(exportEndpoints.listExports, { as: tokens[as] })).json['items'] as Item[];
const download = (id: number, as = tokens['registrar']) =>
  api.call(exportEndpoints.downloadExport, { as, params: { id } });
const work = () => runDueJobs({ 'make-export': jobs['make-export'], 'remove-export': jobs['remove-export'] });
const lastLine = () => AuditEntry.findOne({ order: [['id', 'DESC']], rejectOnEmpty: true });

test('a long list is made in the background, and whoever asked downloads it, which the log says', async () => {
  expect(await api.call(exportEndpoints.exportLawyers, { as: tokens['registrar'], query: { firmId } })).toMatchObject({
    status: 409,
    json: { error: { message: expect.stringContaining('5000 行') } },
  });
  const id = await ordered();
  expect(await listed()).toMatchObject([{ id, state: 'making', rows: 0, can: { download: false } }]);
  expect((await download(id)).status).toBe(409);
  await work();
  expect(await lastLine()).toMatchObject({
    action: 'list.exported',
    actor: '顾清和',
    detail: `5400 行（后台导出）；律所编号：${firmId}`,
  });
  expect(await listed()).toMatchObject([{ id, list: 'lawyers', state: 'made', rows: 5_400, can: { download: true } }]);
  const file = await download(id);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file.bytes as unknown as ArrayBuffer);
  expect(workbook.worksheets[0]?.rowCount).toBe(5_401);
  expect(await lastLine()).toMatchObject({ action: 'export.downloaded', targetId: id });
}, 120_000);

test('nobody else is given the file: not a colleague, not an administrator, who sees that it was made', async () => {
  const id = await ordered();
  await work();
  for (const other of ['colleague', 'service', 'administrator']) {
    expect((await download(id, tokens[other])).status).toBe(404);
  }
  expect(await listed('colleague')).toEqual([]);
  expect(await listed('administrator')).toMatchObject([{ id, can: { download: false } }]);
}, 120_000);

test('who may not read a list has none made, and whoever loses the right meanwhile gets no file', async () => {
  const body = { list: 'payments', filter: {} };
  expect((await api.call(exportEndpoints.orderExport, { as: tokens['registrar'], body })).status).toBe(403);
  const id = await ordered();
  const { registrar } = accounts;
  await registrar!.update({ isClosed: true });
  await work();
  await registrar!.update({ isClosed: false });
  expect(await listed()).toMatchObject([{ id, state: 'failed' }]);
  expect(await storage.exists(storageKeyOf(id))).toBe(false);
});

test('a short list and a filter that the list would refuse are not ordered', async () => {
  expect((await order('registrar', { firmId, search: '没有这样的人' })).json).toEqual({ runId: null });
  expect((await order('registrar', { status: 'nonsense' })).status).toBe(422);
  expect(await listed()).toEqual([]);
});

test('whoever dies amid it has done nothing, and the next one makes it whole', async () => {
  const id = await ordered();
  let looks = 0;
  const dying = {
    throwIfAborted() {
      if (++looks === 4) throw new Error('killed');
    },
  } as AbortSignal;
  await expect(makeExport(id, dying)).rejects.toThrow('killed');
  expect(await listed()).toMatchObject([{ state: 'making', rows: 1_500 }]);
  expect(await storage.exists(storageKeyOf(id))).toBe(false);
  await work();
  expect(await listed()).toMatchObject([{ state: 'made', rows: 5_400 }]);
  const before = await AuditEntry.count();
  await makeExport(id);
  expect(await AuditEntry.count()).toBe(before);
}, 120_000);

test('after a week the file is gone, and the list still says who took what', async () => {
  freezeClock(clock.now());
  const id = await ordered();
  await work();
  expect(await storage.exists(storageKeyOf(id))).toBe(true);
  freezeClock(clock.now() + 7 * DAY_MS - 1);
  await work();
  expect(await storage.exists(storageKeyOf(id))).toBe(true);
  freezeClock(clock.now() + 1);
  await work();
  expect(await storage.exists(storageKeyOf(id))).toBe(false);
  const again = await signedIn(accounts['registrar']!);
  tokens['registrar'] = again;
  expect(await listed()).toMatchObject([{ id, state: 'removed', rows: 5_400, can: { download: false } }]);
  expect(await download(id, again)).toMatchObject({
    status: 409,
    json: { error: { message: '文件已到期删除，请重新导出' } },
  });
}, 120_000);

test('what is finished after its time leaves no file behind', async () => {
  const id = await ordered();
  let removing: Promise<void> | undefined;
  const late = {
    throwIfAborted() {
      removing ??= removeExport(id);
    },
  } as AbortSignal;
  await makeExport(id, late);
  await removing;
  expect(await storage.exists(storageKeyOf(id))).toBe(false);
  expect(await listed()).toMatchObject([{ state: 'removed' }]);
}, 120_000);

test('one person has three made at the same time', async () => {
  for (let n = 0; n < 3; n++) await ordered();
  expect((await order()).status).toBe(429);
  expect((await order('colleague')).status).toBe(200);
  await transaction((t) => ExportRun.update({ state: 'failed' }, { where: {}, transaction: t }));
  expect((await order()).status).toBe(200);
});

test('a short one that was downloaded at once stands in the list as well', async () => {
  const query = { firmId, search: '没有这样的人' };
  await api.call(exportEndpoints.exportLawyers, { as: tokens['registrar'], query });
  expect(await listed()).toMatchObject([{ state: 'direct', rows: 0, filter: expect.stringContaining('关键词') }]);
});
