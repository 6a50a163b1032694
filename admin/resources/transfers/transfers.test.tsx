import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { ExportRun } from '../../../bff/contract/exports/replies.ts';
import type { ImportRun } from '../../../bff/contract/imports/replies.ts';
import { reply, startFakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { pageOf, sessionOf } from '../../test/samples.ts';

const MADE: ExportRun = {
  id: 5,
  list: 'lawyers',
  filter: '状态：正常',
  by: '会员管理人员',
  state: 'made',
  rows: 100_000,
  createdAt: '2026-11-29T00:00:00.000Z',
  endedAt: '2026-11-29T00:01:00.000Z',
  keptUntil: '2026-12-06T00:00:00.000Z',
  can: { download: true },
};
const IMPORT: ImportRun = {
  id: 7,
  kind: 'lawyers',
  fileName: '全省律师.xlsx',
  by: '会员管理人员',
  state: 'checked',
  total: 1_200,
  checked: 1_200,
  applied: 0,
  counts: { create: 1_197, update: 0, unchanged: 0, faulty: 3, refused: 0 },
  noted: { held: 0, doubtful: 0, unseen: 0 },
  createdAt: '2026-11-29T00:00:00.000Z',
  endedAt: null,
  can: { apply: true, resume: false },
};
const start = (role: 'registrar' | 'finance', exports: ExportRun[]) =>
  startFakeServer({
    'GET /staff/session': () => reply(sessionOf(role)),
    'GET /staff/export-runs': () => reply(pageOf(exports)),
    'GET /staff/import-runs': () => reply(pageOf([IMPORT])),
  });

test('a file that was made is downloaded while it is kept; what is gone offers nothing', async () => {
  const removed = { ...MADE, id: 4, state: 'removed' as const, can: { download: false } };
  start('registrar', [MADE, removed]);
  openApp('/transfers');
  const table = within(await screen.findByRole('table'));
  const links = table.getAllByRole('link', { name: '下载' });
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['/api/staff/export-runs/5/file']);
  expect(table.getByText('保存至 2026-12-06 08:00')).toBeTruthy();
  expect(table.getByText('文件已删除')).toBeTruthy();
});

test('imports stand beside them with their faults, for those who keep the registry', async () => {
  start('registrar', []);
  const { user } = openApp('/transfers');
  await user.click(await screen.findByText('导入'));
  const table = within(await screen.findByRole('table'));
  expect(table.getByText('3 行有问题')).toBeTruthy();
  expect(table.getByRole('link', { name: '下载标出问题的文件' }).getAttribute('href')).toBe(
    '/api/staff/import-runs/7/marked',
  );
  expect(table.getByRole('link', { name: '全省律师.xlsx' }).getAttribute('href')).toBe('/imports/7');
});

test('finance sees exports only', async () => {
  const server = start('finance', []);
  openApp('/transfers?side=imports');
  expect(await screen.findByText('还没有导出过')).toBeTruthy();
  expect(screen.queryByText('导入')).toBeNull();
  expect(server.calls.some(({ endpoint }) => endpoint === 'GET /staff/import-runs')).toBe(false);
});

test('a long list is made in the background, with its filters, and the way to the file is told', async () => {
  const server = start('finance', []);
  server.on('GET /staff/lawyers', () => reply(pageOf([])));
  server.on('POST /staff/export-runs', () => reply({ runId: 5 }));
  const { user, address } = openApp('/lawyers?status=active');
  await user.click(await screen.findByRole('button', { name: /导出Excel/ }));
  expect(server.bodies('POST /staff/export-runs')).toEqual([{ list: 'lawyers', filter: { status: 'active' } }]);
  await user.click(await screen.findByRole('button', { name: '查看导出记录' }));
  await waitFor(() => expect(address()).toBe('/transfers'));
});
