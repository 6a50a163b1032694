import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { Role } from '../../bff/contract/accounts/enums.ts';
import type { WaitingReply } from '../../bff/contract/operations/endpoints.ts';
import { reply, startFakeServer } from '../test/fake-server.ts';
import { openApp } from '../test/open-app.tsx';
import { pageOf, sessionOf } from '../test/samples.ts';

beforeEach(() => localStorage.clear());

async function openMenu(roles: Role[], waiting: WaitingReply = {}) {
  const server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf(...roles)),
    'GET /staff/waiting': () => reply(waiting),
  });
  const { user } = openApp('/password');
  const menu = within(await screen.findByRole('navigation', { name: '主菜单' }));
  return { server, user, menu };
}
type Menu = Awaited<ReturnType<typeof openMenu>>['menu'];
const groups = (menu: Menu) => menu.getAllByRole('button').map((head) => head.textContent);

test('the menu has the groups that one’s roles have entries of', async () => {
  const { menu } = await openMenu(['finance']);
  expect(groups(menu)).toEqual(['证明', '会员', '服务', '财务']);
  expect(menu.queryByRole('link', { name: /证明审核/ })).toBeNull();
});

test('an administrator sees every group', async () => {
  const { menu } = await openMenu(['administrator']);
  expect(groups(menu)).toEqual(['证明', '会员', '服务', '财务', '系统']);
});

test('counts stand beside what waits; a folded group shows their sum, and stays folded', async () => {
  const waiting = { applications: 3, papers: 2, activationRequests: 1, contactChanges: 4, differences: 100, jobs: 0 };
  const { user, menu } = await openMenu(['administrator'], waiting);
  await menu.findByRole('link', { name: /^证明审核\s*3 项待办$/ });
  expect(menu.getByRole('link', { name: /^纸质证明\s*2 项待办$/ })).toBeTruthy();
  expect(menu.getByRole('link', { name: /^账号开通\s*5 项待办$/ })).toBeTruthy();
  expect(menu.getByRole('link', { name: /^订单与对账\s*99\+ 项待办$/ })).toBeTruthy();
  expect(menu.getByRole('link', { name: '任务' })).toBeTruthy();

  await user.click(menu.getByRole('button', { name: '证明' }));
  expect(menu.queryByRole('link', { name: /证明审核/ })).toBeNull();
  expect(menu.getByRole('button', { name: /^证明\s*5 项待办$/ }).getAttribute('aria-expanded')).toBe('false');

  const again = await openMenu(['administrator'], waiting);
  await again.menu.findByRole('button', { name: /^证明\s*5 项待办$/ });
  await again.user.click(again.menu.getByRole('button', { name: /^证明/ }));
  await again.menu.findByRole('link', { name: /^证明审核\s*3 项待办$/ });
});

test('the entry of a list stays the active one, whatever the list is filtered by', async () => {
  startFakeServer({
    'GET /staff/session': () => reply(sessionOf('registrar')),
    'GET /staff/waiting': () => reply({}),
    'GET /staff/matters': () => reply(pageOf([])),
  });
  openApp('/matters');
  const menu = within(await screen.findByRole('navigation', { name: '主菜单' }));
  await menu.findByRole('link', { name: '证明复核', current: 'page' });
});

test('what waits is asked again on another page', async () => {
  const { server, user, menu } = await openMenu(['administrator'], { applications: 1 });
  await menu.findByRole('link', { name: /^证明审核\s*1 项待办$/ });
  server.on('GET /staff/waiting', () => reply({ applications: 2 }));
  await user.click(menu.getByRole('link', { name: '操作日志' }));
  await menu.findByRole('link', { name: /^证明审核\s*2 项待办$/ });
});
