import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { ProfileImport } from '../../../bff/contract/profile-imports/replies.ts';
import { refuse, reply, startFakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { pageOf, sessionOf } from '../../test/samples.ts';

const NONE = { create: 0, update: 0, unchanged: 0, skipped: 0, faulty: 0, refused: 0 };
const RUN: ProfileImport = {
  id: 5,
  fileName: '个人档案.xlsx',
  source: '省律协会员系统',
  asOf: '2026-11-20',
  withSensitive: false,
  by: '陆明章',
  state: 'checked',
  total: 12,
  checked: 12,
  due: 9,
  applied: 0,
  lawyers: { ...NONE, create: 9, faulty: 2, skipped: 1 },
  photos: NONE,
  createdAt: '2026-11-29T00:00:00.000Z',
  endedAt: null,
  can: { apply: true, addPhotos: true, resume: false, discard: true },
};
const FAULTY = {
  licenceNo: '14499202010100001',
  name: '林知远',
  outcome: 'faulty' as const,
  sections: [],
  note: '',
  faults: [{ section: '教育经历', row: 12, column: '律师姓名', message: '姓名与登记不一致（登记为林知远）' }],
};

function open(path: string, run: ProfileImport = RUN) {
  const server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('registrar')),
    'GET /staff/profile-imports': () => reply(pageOf([run])),
    'POST /staff/profile-imports': () => reply(run),
    'GET /staff/profile-imports/5': () => reply(run),
    'GET /staff/profile-imports/5/lawyers': () => reply(pageOf([FAULTY])),
    'GET /staff/profile-imports/5/photos': () => reply(pageOf([])),
    'POST /staff/profile-imports/5/application': () => reply({ ...run, state: 'applying', applied: 3 }),
  });
  return { server, ...openApp(path) };
}

const book = new File(['PK'], '个人档案.xlsx');
const fileInput = () => document.querySelector<HTMLInputElement>('input[type="file"]')!;

test('a workbook is taken once it is said where it comes from and how old it is', async () => {
  const { user, server } = open('/profile-imports');
  const bring = within(await screen.findByRole('region', { name: '导入' }));
  expect(bring.getByRole('button', { name: /选择工作簿并检查/ }).hasAttribute('disabled')).toBe(true);
  await user.type(bring.getByLabelText('原系统名称'), '省律协会员系统');
  await user.type(bring.getByRole('textbox', { name: '数据截止日期' }), '2026-11-20');
  await user.tab();
  await user.upload(fileInput(), book);
  expect(await screen.findByText(/可以导入：新增 9 人/)).toBeTruthy();
  const sent = server.calls.find(({ endpoint }) => endpoint === 'POST /staff/profile-imports');
  expect(sent?.query).toEqual({ source: '省律协会员系统', asOf: '2026-11-20', sensitive: 'no' });
});

test('says why a workbook cannot be read', async () => {
  const { user, server } = open('/profile-imports');
  server.on('POST /staff/profile-imports', () =>
    refuse(422, 'invalid_fields', '有几处需要修改', { file: '不认识的工作表：财产' }),
  );
  await user.type(await screen.findByLabelText('原系统名称'), '省律协会员系统');
  await user.type(screen.getByRole('textbox', { name: '数据截止日期' }), '2026-11-20');
  await user.tab();
  await user.upload(fileInput(), book);
  expect((await screen.findByRole('alert')).textContent).toContain('不认识的工作表：财产');
});

test('what is wrong is named by sheet, row and column; the others are written', async () => {
  const { user } = open('/profile-imports/5');
  const howFar = within(await screen.findByRole('region', { name: '导入进度' }));
  expect(howFar.getByRole('status').textContent).toContain('另有 2 人有问题，1 人跳过');
  expect(await screen.findByText('教育经历第12行：律师姓名，姓名与登记不一致（登记为林知远）')).toBeTruthy();
  await user.click(howFar.getByRole('button', { name: '确认导入' }));
  expect(await howFar.findByText('正在导入：3 / 9。')).toBeTruthy();
});

test('whoever did not bring it in reads who has to confirm it', async () => {
  open('/profile-imports/5', { ...RUN, can: { apply: false, addPhotos: false, resume: false, discard: true } });
  expect(await screen.findByText(/须由上传文件的人（陆明章）确认导入/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '确认导入' })).toBeNull();
});
