import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { ImportRun } from '../../../bff/contract/imports/replies.ts';
import { reply, startFakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { sessionOf } from '../../test/samples.ts';

const RUN: ImportRun = {
  id: 7,
  kind: 'lawyers',
  fileName: '全省律师.xlsx',
  by: '会员管理人员',
  state: 'checked',
  total: 100_000,
  checked: 100_000,
  applied: 0,
  counts: { create: 99_998, update: 2, unchanged: 0, faulty: 0, refused: 0 },
  noted: { held: 0, doubtful: 0, unseen: 0 },
  createdAt: '2026-11-29T00:00:00.000Z',
  endedAt: null,
  can: { apply: true, resume: false },
};
const ROW = {
  row: 2,
  name: '林知远',
  outcome: 'update',
  changes: '电话：空→07006880001',
  faults: [],
  doubts: [],
  holds: [],
};

function open(run: ImportRun) {
  const server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('registrar')),
    'GET /staff/import-runs/7': () => reply(run),
    'GET /staff/import-runs/7/rows': () => reply({ items: [ROW], next: null, total: 1, totalIsCapped: false }),
    'POST /staff/import-runs/7/resumption': () => reply({ ...run, can: { apply: false, resume: false } }),
    'POST /staff/import-runs/7/application': () => reply({ ...run, state: 'applying', applied: 500 }),
  });
  return { server, ...openApp('/imports/7') };
}

test('a large import says what it would do, and goes on in the background once it is confirmed', async () => {
  const { user } = open(RUN);
  const howFar = within(await screen.findByRole('region', { name: '导入进度' }));
  expect(howFar.getByRole('status').textContent).toContain('新增 99998 行，修改 2 行');
  expect(await screen.findByText('电话：空→07006880001')).toBeTruthy();
  await user.click(howFar.getByRole('button', { name: '确认导入 100000 行' }));
  expect(await howFar.findByText('正在导入：500 / 100000 行。')).toBeTruthy();
});

test('while it is being looked through, its progress is shown', async () => {
  open({ ...RUN, state: 'checking', checked: 25_000 });
  expect(await screen.findByText('正在检查：25000 / 100000 行。目前没有任何改动。')).toBeTruthy();
  expect(screen.getByText('25%')).toBeTruthy();
});

test('with faults it cannot be confirmed; rows that were overtaken are said', async () => {
  open({ ...RUN, counts: { ...RUN.counts, faulty: 3 } });
  const button = await screen.findByRole('button', { name: /确认导入/ });
  expect(button.hasAttribute('disabled')).toBe(true);
});

test('what somebody has to look at before it is confirmed is summed up, as for a small sheet', async () => {
  open({ ...RUN, noted: { held: 12, doubtful: 3, unseen: 0 } });
  const howFar = within(await screen.findByRole('region', { name: '导入进度' }));
  expect(howFar.getByRole('status').textContent).toMatch(
    /目前没有任何改动。其中 12 行修改联系方式，新的暂不能用于收取验证码，见说明。其中 3 行有需要核对之处，见说明，核对后再导入。$/,
  );
});

test('whoever did not bring it in reads who has to confirm it', async () => {
  open({ ...RUN, can: { apply: false, resume: false } });
  expect(await screen.findByText(/须由上传文件的人（会员管理人员）确认导入/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /确认导入/ })).toBeNull();
});

test('one that has stopped amid its rows is set going again', async () => {
  const stopped = { ...RUN, state: 'applying' as const, applied: 500, can: { apply: false, resume: true } };
  const { user, server } = open(stopped);
  await user.click(await screen.findByRole('button', { name: '继续导入' }));
  expect(await screen.findByText(/^可以离开此页/)).toBeTruthy();
  expect(server.bodies('POST /staff/import-runs/7/resumption')).toHaveLength(1);
});
