import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { OfficeSettings } from '../../../bff/contract/settings/schemas.ts';
import { refuse, reply, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { sessionOf } from '../../test/samples.ts';

const SAVE = 'PUT /staff/settings';
const SETTINGS: OfficeSettings = {
  version: 4,
  association: '江海市律师协会',
  associationEnglish: 'Jianghai Lawyers Association',
  registryPhone: '0700-88886601',
  disciplinePhone: '0700-88886602',
  officeAddress: '文华区1号',
  officeMapPoint: '',
  officeHours: '工作日 9:00–11:30',
  purposes: ['投标', '银行开户'],
  rosterOrder: 'stroke',
  signatoryEnglish: 'Secretary-General',
  addressEnglish: '',
  certificateEmail: '',
  verifyingEnglish: '',
  copyFeeFen: 0,
  postageFen: 0,
  refundApprovalFen: 20_000,
  applicationsPerHour: 60,
  bulkLawyersPerHour: 1_000,
  completionDays: 15,
  paperPaymentDays: 7,
  mailsPerRecipientDay: 10,
  blockedWords: ['代开发票'],
  activityApproval: 'second',
  hoursRequirements: [],
  yearlyHours: 40,
  dailyHours: 8,
  meetingFormats: [{ service: '腾讯会议', name: ['用户昵称'], phone: [], joined: ['入会时间'], left: ['退会时间'] }],
  activityHoldMinutes: 15,
  noShowLimit: 3,
  noShowMonths: 12,
  chatOfferMinutes: 3,
  chatMostWaiting: 60,
  chatMostOwn: 4,
  icpNumber: '',
  policeNumber: '',
  noShowDays: 60,
};
let server: FakeServer;
beforeEach(() => {
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('administrator')),
    'GET /staff/settings': () => reply(SETTINGS),
    'GET /staff/changes': () => reply({ items: [], administrators: 2 }),
  });
});

test('用途选项 are added one by one, removed, and saved as a list', async () => {
  server.on(SAVE, () => reply(SETTINGS));
  const { user } = openApp('/settings');
  const field = await screen.findByRole('combobox', { name: /用途选项/ });
  const list = within(field.closest<HTMLElement>('.ant-select')!);
  expect(list.getByText('投标')).toBeTruthy();
  await user.type(field, '公证、认证{Enter}');
  await user.click(
    within(list.getByText('投标').closest<HTMLElement>('.ant-select-selection-item')!).getByRole('img', {
      hidden: true,
    }),
  );
  await user.click(screen.getByRole('button', { name: /保\s*存/ }));
  await screen.findByText('已保存');
  expect(server.calls.find(({ endpoint }) => endpoint === SAVE)?.body).toEqual({
    ...SETTINGS,
    purposes: ['银行开户', '公证、认证'],
  });
});

test('a meeting service that words its list anew gets one more heading', async () => {
  server.on(SAVE, () => reply(SETTINGS));
  const { user } = openApp('/settings');
  await user.type(await screen.findByRole('combobox', { name: '第1种名称列' }), '参会者{Enter}');
  await user.click(screen.getByRole('button', { name: '添加会议名单格式' }));
  await user.type(screen.getByRole('textbox', { name: '第2种会议软件' }), '飞书会议');
  await user.click(screen.getByRole('button', { name: /保\s*存/ }));
  await screen.findByText('已保存');
  expect(server.calls.find(({ endpoint }) => endpoint === SAVE)?.body).toEqual({
    ...SETTINGS,
    meetingFormats: [
      { service: '腾讯会议', name: ['用户昵称', '参会者'], phone: [], joined: ['入会时间'], left: ['退会时间'] },
      { service: '飞书会议', name: [], phone: [], joined: [], left: [] },
    ],
  });
});

test('stand in groups by what they are for', async () => {
  openApp('/settings');
  const group = within(await screen.findByRole('group', { name: '费用与退款' }));
  expect(group.getAllByRole('textbox')).toHaveLength(3);
  expect(screen.getAllByRole('group').map((one) => one.querySelector('legend')?.textContent)).toEqual([
    '证明内容',
    '中英对照的证明',
    '活动',
    '第1种',
    '办公与咨询',
    '费用与退款',
    '办理期限',
    '使用限额',
  ]);
});

test('what is wrong with one of them is said, and nothing is lost', async () => {
  const fault = '用途选项最多30个字';
  server.on(SAVE, () => refuse(422, 'invalid_fields', '有几处需要修改', { 'purposes.2': fault }));
  const { user } = openApp('/settings');
  const field = await screen.findByRole('combobox', { name: /用途选项/ });
  await user.type(field, `${'长'.repeat(31)}{Enter}`);
  await user.click(screen.getByRole('button', { name: /保\s*存/ }));
  const item = (await screen.findByText(fault)).closest('.ant-form-item');
  expect(item?.textContent).toContain('用途选项');
  expect(screen.getByText('长'.repeat(31))).toBeTruthy();
});

test('a number out of its bounds is sent as typed, and the answer says what they are', async () => {
  const fault = '退款复核限额应为0.00至1000000.00元，精确到分';
  server.on(SAVE, () => refuse(422, 'invalid_fields', '有几处需要修改', { refundApprovalFen: fault }));
  const { user } = openApp('/settings');
  for (const [label, typed] of [
    [/退款复核限额/, '2000000'],
    [/每小时最多申请/, '20000.5'],
  ] as const) {
    const field = await screen.findByLabelText(label);
    await user.clear(field);
    await user.type(field, typed);
  }
  await user.click(screen.getByRole('button', { name: /保\s*存/ }));
  await screen.findByText(fault);
  expect(server.calls.find(({ endpoint }) => endpoint === SAVE)?.body).toMatchObject({
    refundApprovalFen: 200_000_000,
    applicationsPerHour: '20000.5',
  });
});

test('a save over somebody else’s newer one is refused; both are shown, money in yuan, and theirs stays', async () => {
  const { user } = openApp('/settings');
  const hours = await screen.findByLabelText(/办公时间/);
  server.on('GET /staff/settings', () => reply({ ...SETTINGS, version: 5, copyFeeFen: 1_050 }));
  server.on(SAVE, ({ body }) =>
    (body as OfficeSettings).version === 5
      ? reply({ ...(body as OfficeSettings), version: 6, waiting: null })
      : refuse(409, 'changed_meanwhile', '内容已被他人修改'),
  );
  await user.clear(hours);
  await user.type(hours, '工作日 9:00–17:00');
  await user.click(screen.getByRole('button', { name: /保\s*存/ }));
  const table = await screen.findByRole('table');
  expect(within(table).getByRole('row', { name: /^纸质证明工本费/ }).textContent).toContain('10.50\u00a0元未改动');
  expect(within(table).getByRole('row', { name: /^办公时间/ }).textContent).toContain('工作日 9:00–17:00');
  await user.click(screen.getByRole('button', { name: '在最新内容上保存我的改动' }));
  await screen.findByText('已保存');
  const bodies = server.calls.filter(({ endpoint }) => endpoint === SAVE).map(({ body }) => body);
  expect(bodies.at(-1)).toEqual({ ...SETTINGS, version: 5, copyFeeFen: 1_050, officeHours: '工作日 9:00–17:00' });
});
