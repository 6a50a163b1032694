import { describe, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { Role } from '../../../bff/contract/accounts/enums.ts';
import type { ActivityRow } from '../../../bff/contract/activities/replies.ts';
import type { DeskReply, OverviewReply } from '../../../bff/contract/operations/endpoints.ts';
import { reply, startFakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { pageOf, sessionOf } from '../../test/samples.ts';

const numbers: OverviewReply = {
  overdue: 0,
  submittedToday: 3,
  issuedToday: 2,
  failedJobs: 0,
  signing: { fault: null, until: '2030-01-01', daysLeft: 900, isUntrusted: false, isUnsealed: false, waiting: 0 },
  automaticShare: null,
  usual: null,
  perDay: [
    { date: '2026-11-21', submitted: 4 },
    { date: '2026-11-22', submitted: 3 },
  ],
};
const coming: ActivityRow = {
  id: 4,
  title: '民法典讲座',
  kind: 'training',
  phase: 'open',
  isOnline: false,
  place: '律协培训厅',
  opensAt: '2026-11-20T01:00:00.000Z',
  closesAt: '2026-12-08T01:00:00.000Z',
  beginsAt: '2026-12-10T01:00:00.000Z',
  endsAt: '2026-12-10T04:00:00.000Z',
  hoursTenths: 30,
  capacity: 60,
  perFirmMax: 0,
  left: 20,
  taken: 40,
  waitingCount: 0,
  appliedCount: 0,
  createdBy: '温书宁',
};
const open = (waiting: Record<string, number>, role: Role = 'finance', desk: DeskReply = {}) => {
  const server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf(role)),
    'GET /staff/waiting': () => reply(waiting),
    'GET /staff/desk': () => reply(desk),
    'GET /staff/overview': () => reply(numbers),
    'GET /staff/payments': () => reply(pageOf([])),
    'GET /staff/profiles': () => reply(pageOf([])),
    'GET /staff/tickets': () => reply(pageOf([])),
    'GET /staff/activities': () => reply(pageOf([])),
    'GET /staff/chat/history': () => reply(pageOf([])),
    'GET /staff/applications': () => reply(pageOf([])),
    'GET /staff/dues': () => reply(pageOf([])),
    'GET /staff/payment-bills': () => reply(pageOf([])),
    'GET /staff/profile-changes': () => reply(pageOf([])),
    'GET /staff/campaigns': () => reply(pageOf([])),
    'GET /staff/announcements': () => reply(pageOf([])),
  });
  openApp('/');
  return server;
};

test('the home of finance leads to the refund that waits, and shows nothing of what others do', async () => {
  open({ refunds: 1, differences: 0 });
  const tasks = within(await screen.findByRole('region', { name: '待办' }));
  const links = tasks.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);
  expect(links).toEqual([['待复核的退款1', '/payments?refund=awaiting_approval']]);
  expect(screen.queryByText('今日申请')).toBeNull();
  expect(screen.queryByRole('img', { name: /近2天/ })).toBeNull();
});

test('letters whose facts have changed stand on the registrar’s home until they are settled', async () => {
  open({ matters: 2, contactChanges: 0 }, 'registrar');
  const tasks = within(await screen.findByRole('region', { name: '待办' }));
  const link = tasks.getByRole('link');
  expect(link.textContent).toContain('事实有变化、待处理的证明2');
  expect(link.getAttribute('href')).toBe('/matters?state=open');
});

test('the home of a reviewer shows how review is doing', async () => {
  open({ applications: 0 }, 'reviewer');
  expect(await screen.findByRole('img', { name: '近2天共7份，单日最多4份' })).toBeTruthy();
  expect(screen.getByText('今日申请')).toBeTruthy();
});

test('what is one’s own, the oldest and what is overdue lead each to exactly that list', async () => {
  const oldestAt = new Date(Date.now() - 50 * 3_600_000).toISOString();
  open({ applications: 7, tickets: 0 }, 'reviewer', {
    applications: { oldestAt, overdue: 2, mine: 3 },
    tickets: { oldestAt: null, overdue: 0, mine: 1 },
  });
  const tasks = within(await screen.findByRole('region', { name: '待办' }));
  await tasks.findByText(/最早/);
  const links = tasks.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);
  expect(links).toEqual([
    ['待审批的申请7', '/applications?state=pending&order=oldest'],
    ['我打开过 3', '/applications?state=pending&order=oldest&scope=mine'],
    ['最早 2天2小时前', '/applications?state=pending&order=oldest'],
    ['! 逾期 2', '/applications?state=pending&order=oldest&waited=overdue'],
    // Nothing waits for this role, one thing for this person: the number is of what the link shows.
    ['我的工单1', '/tickets?scope=mine'],
  ]);
});

test('an empty desk says so', async () => {
  open({ refunds: 0, differences: 0 });
  expect(await screen.findByText('没有等您办理的事项')).toBeTruthy();
});

describe('below what waits', () => {
  const LISTS: [Role, string, string, string, object][] = [
    ['finance', '最近的订单', '/payments', 'GET /staff/payments', {}],
    ['events', '接下来的活动', '/activities?scope=coming', 'GET /staff/activities', { scope: 'coming' }],
    [
      'events',
      '等待最久的校外学时',
      '/external-hours?state=waiting',
      'GET /staff/external-hours',
      { state: 'waiting' },
    ],
    [
      'reviewer',
      '等待最久的申请',
      '/applications?state=pending&order=oldest',
      'GET /staff/applications',
      { state: 'pending', order: 'oldest' },
    ],
    ['service', '最急的工单', '/tickets?scope=ours', 'GET /staff/tickets', { scope: 'ours' }],
    ['service', '最近的咨询', '/chat-history', 'GET /staff/chat/history', {}],
    ['service', '最近的通知公告', '/announcements', 'GET /staff/announcements', {}],
    ['finance', '未缴清的会费', '/dues?state=unpaid', 'GET /staff/dues', { state: 'unpaid' }],
    ['finance', '最近的对账', '/payment-bills', 'GET /staff/payment-bills', {}],
    ['registrar', '等待最久的信息审核', '/profiles?state=waiting', 'GET /staff/profiles', { state: 'waiting' }],
    [
      'registrar',
      '等待最久的信息变更',
      '/profile-changes?state=waiting',
      'GET /staff/profile-changes',
      { state: 'waiting' },
    ],
    ['registrar', '补全与核对活动', '/campaigns', 'GET /staff/campaigns', {}],
  ];

  test.each(LISTS)(
    '%s sees %s, the first of the list that the link opens',
    async (role, title, to, endpoint, query) => {
      const server = open({}, role);
      const list = within(await screen.findByRole('region', { name: title }));
      expect(list.getByRole('link', { name: /^全部/ }).getAttribute('href')).toBe(to);
      await waitFor(() => expect(server.calls.filter((call) => call.endpoint === endpoint)).toHaveLength(1));
      expect(server.calls.find((call) => call.endpoint === endpoint)?.query).toEqual({ ...query, limit: '8' });
      // And nothing of what the others see.
      for (const [, , , other] of LISTS.filter(([one]) => one !== role))
        expect(server.calls.map((call) => call.endpoint)).not.toContain(other);
    },
  );

  test('an activity leads to its page and to its door', async () => {
    const server = open({}, 'events');
    server.on('GET /staff/activities', () => reply(pageOf([coming])));
    const list = within(await screen.findByRole('region', { name: '接下来的活动' }));
    expect((await list.findByRole('link', { name: '民法典讲座' })).getAttribute('href')).toBe('/activities/4');
    expect(list.getByRole('link', { name: '签到' }).getAttribute('href')).toBe('/activities/4/door');
  });
});
