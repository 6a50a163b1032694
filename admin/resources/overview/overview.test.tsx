import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { Role } from '../../../bff/contract/accounts/enums.ts';
import type { DeskReply, OverviewReply } from '../../../bff/contract/operations/endpoints.ts';
import { reply, startFakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { sessionOf } from '../../test/samples.ts';

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
const open = (waiting: Record<string, number>, role: Role = 'finance', desk: DeskReply = {}) => {
  startFakeServer({
    'GET /staff/session': () => reply(sessionOf(role)),
    'GET /staff/waiting': () => reply(waiting),
    'GET /staff/desk': () => reply(desk),
    'GET /staff/overview': () => reply(numbers),
  });
  openApp('/');
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
