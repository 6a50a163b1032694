import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { ImportReport } from '../../../bff/contract/imports/endpoints.ts';
import { refuse, reply, replyFile, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { sessionOf } from '../../test/samples.ts';

const CHECK = 'POST /staff/imports/firms/check';
const APPLY = 'POST /staff/imports/firms/application';
const HELD = { column: '电话', message: '导入后7天内不能接收验证码' };
const REPORT: ImportReport = {
  counts: { create: 1, update: 1, unchanged: 0, faulty: 0 },
  rows: [
    { row: 2, name: '江海鼎新律师事务所', outcome: 'create', changes: '', faults: [], doubts: [], holds: [] },
    {
      row: 3,
      name: '江海鼎禾律师事务所',
      outcome: 'update',
      changes: '电话：空→07006880001',
      faults: [],
      doubts: [],
      holds: [HELD],
    },
  ],
  fingerprint: 'a'.repeat(64),
  runId: null,
};
const FAULTY: ImportReport = {
  ...REPORT,
  counts: { create: 1, update: 0, unchanged: 0, faulty: 1 },
  rows: [
    REPORT.rows[0]!,
    {
      row: 3,
      name: '',
      outcome: 'faulty',
      changes: '',
      faults: [{ column: '批准日期', message: '日期格式应为 2026-11-22' }],
      doubts: [],
      holds: [],
    },
  ],
};
let server: FakeServer;
beforeEach(() => {
  server = startFakeServer({ 'GET /staff/session': () => reply(sessionOf('registrar')) });
});

async function choose() {
  const { user } = openApp('/imports');
  await screen.findByRole('button', { name: /选择文件并检查/ });
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  await user.upload(input, new File(['x'], '律所.xlsx'));
  return user;
}

test('shows what a sheet would change, and applies just that', async () => {
  server.on(CHECK, () => reply(REPORT));
  server.on(APPLY, () => reply(REPORT));
  const user = await choose();
  const result = within(await screen.findByRole('region', { name: '检查结果' }));
  expect(result.getByRole('status').textContent).toContain('新增 1 行，修改 1 行');
  expect(result.getByText('电话：空→07006880001')).toBeTruthy();
  expect(result.getByRole('status').textContent).toContain('1 行修改联系方式');
  expect(result.getByText(/导入后7天内不能接收验证码/)).toBeTruthy();
  await user.click(result.getByRole('button', { name: '确认导入 2 行' }));
  expect(await screen.findByText('已导入：新增 1 行，修改 1 行')).toBeTruthy();
  expect(screen.queryByRole('region', { name: '检查结果' })).toBeNull();
  const sent = server.calls.find(({ endpoint }) => endpoint === APPLY);
  expect(sent?.query).toEqual({ seen: REPORT.fingerprint });
  expect((sent?.body as FormData).get('file')).toMatchObject({ name: '律所.xlsx' });
});

test('tells of names with look-alikes, and applies all the same', async () => {
  const doubts = [{ column: '名称', message: '「亊」U+4E8A 形近“事”' }];
  server.on(CHECK, () => reply({ ...REPORT, rows: [{ ...REPORT.rows[0]!, doubts }, REPORT.rows[1]!] }));
  await choose();
  const result = within(await screen.findByRole('region', { name: '检查结果' }));
  expect(result.getByRole('status').textContent).toContain('其中 1 行有需要核对之处');
  expect(result.getByText(/名称：「亊」U\+4E8A 形近“事”/)).toBeTruthy();
  expect(result.getByRole('button', { name: /确认导入/ }).hasAttribute('disabled')).toBe(false);
});

test('shows the faults first and applies nothing', async () => {
  server.on(CHECK, () => reply(FAULTY));
  await choose();
  expect((await screen.findByText(/批准日期：/)).textContent).toBe('批准日期：日期格式应为 2026-11-22');
  expect(screen.queryByText('江海鼎新律师事务所')).toBeNull();
  expect(screen.getByRole('button', { name: /确认导入/ }).hasAttribute('disabled')).toBe(true);
});

test('says why a file cannot be read', async () => {
  server.on(CHECK, () => refuse(422, 'invalid_fields', '有几处需要修改', { file: '无法读取该文件' }));
  await choose();
  expect((await screen.findByRole('alert')).textContent).toContain('无法读取该文件');
});

test('a file that comes back with its faults marked says why it is a new workbook', async () => {
  Object.assign(URL, { createObjectURL: () => '#marked', revokeObjectURL: () => undefined });
  server.on(CHECK, () => reply(FAULTY));
  server.on('POST /staff/imports/firms/marked', () => replyFile({ 'X-Marked-As': 'marked_before' }));
  const user = await choose();
  await user.click(await screen.findByRole('button', { name: '下载标出问题的文件' }));
  expect((await screen.findByRole('alert')).textContent).toContain('文件里有上一次的标记');
  server.on('POST /staff/imports/firms/marked', () =>
    refuse(429, 'too_many_requests', '同时处理的文件较多，还没有轮到这一份，请过一分钟再试'),
  );
  await user.click(screen.getByRole('button', { name: '下载标出问题的文件' }));
  expect(await screen.findByText(/还没有轮到这一份/)).toBeTruthy();
});
