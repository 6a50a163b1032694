import { beforeEach, describe, expect, test } from '@jest/globals';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { reply, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { pageOf, queueRow, sessionOf } from '../../test/samples.ts';

const LIST = 'GET /staff/applications';
let waiting = [queueRow({ id: 5, number: '2611220005' }), queueRow({})];
let server: FakeServer;
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  waiting = [queueRow({ id: 5, number: '2611220005' }), queueRow({})];
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('reviewer')),
    'GET /staff/waiting': () => reply({ applications: waiting.length }),
    [LIST]: ({ query }) => reply(pageOf(waiting, query['cursor'] ? null : 'page-2')),
  });
});
const queries = () => server.calls.filter(({ endpoint }) => endpoint === LIST).map(({ query }) => query);
const comeBack = () => act(async () => void window.dispatchEvent(new Event('focus')));

describe('how many rows a page has', () => {
  test('is chosen once for every list, remembered, and asked of the server', async () => {
    const { user } = openApp('/applications');
    await screen.findByText('2611220005');
    expect(queries().at(-1)).toEqual({});
    fireEvent.keyDown(screen.getByRole('combobox', { name: '每页条数' }), { key: 'ArrowDown', keyCode: 40 });
    await user.click(await screen.findByText('每页 100 条', { selector: '.ant-select-item-option-content' }));
    await waitFor(() => expect(queries().at(-1)).toEqual({ limit: '100' }));
    openApp('/applications?state=pending');
    await waitFor(() => expect(queries().at(-1)).toEqual({ limit: '100', state: 'pending' }));
  });

  test('chosen in the middle of a list leads to its first page', async () => {
    const { user, address } = openApp('/applications?search=2611&cursor=page-2');
    await screen.findByText('2611220005');
    fireEvent.keyDown(screen.getByRole('combobox', { name: '每页条数' }), { key: 'ArrowDown', keyCode: 40 });
    await user.click(await screen.findByText('每页 50 条', { selector: '.ant-select-item-option-content' }));
    await waitFor(() => expect(address()).toBe('/applications?search=2611'));
  });
});

describe('what comes in while the list is read', () => {
  const QUEUE = '/applications?state=pending&order=oldest';

  test('is told in menu and list, and moves nothing before that is wanted', async () => {
    const { user } = openApp(QUEUE);
    await screen.findByText('2611220005');
    waiting = [queueRow({ id: 3, number: '2611220003' }), ...waiting];
    await comeBack();
    const news = await screen.findByRole('button', { name: '新增 1 条，点此显示' });
    expect(screen.queryByText('2611220003')).toBeNull();
    expect((await screen.findByRole('link', { name: /证明审核/ })).textContent).toContain('3');
    await user.click(news);
    await screen.findByText('2611220003');
    expect(screen.queryByRole('button', { name: /点此/ })).toBeNull();
  });

  test('what a colleague has decided meanwhile is told as well; an unchanged list says nothing', async () => {
    openApp(QUEUE);
    await screen.findByText('2611220005');
    const before = queries().length;
    await comeBack();
    await waitFor(() => expect(queries().length).toBeGreaterThan(before));
    expect(screen.queryByRole('button', { name: /点此/ })).toBeNull();
    waiting = waiting.slice(1);
    await comeBack();
    await screen.findByRole('button', { name: '列表有变化，点此更新' });
    expect(screen.getByText('2611220005')).toBeTruthy();
  });
});

describe('a list that is empty', () => {
  const EMPTY = [
    ['/tickets', '?state=cancelled', 'GET /staff/tickets', '没有等您处理的工单', 'registrar'],
    ['/campaigns', '?state=closed', 'GET /staff/campaigns', '还没有组织过信息补全、年度核对', 'registrar'],
    ['/announcements', '?phase=draft', 'GET /staff/announcements', '没有公告', 'administrator'],
    ['/applications', '?state=pending&type=firm', LIST, '没有等待审核的申请', 'reviewer'],
  ] as const;

  test.each(EMPTY)('%s says when filters are why, and takes them away', async (path, filters, endpoint, none, role) => {
    server.on('GET /staff/session', () => reply(sessionOf(role)));
    server.on(endpoint, () => reply(pageOf([])));
    const { user, address } = openApp(path + filters);
    await screen.findByText('没有符合条件的记录');
    expect(screen.queryByText(none)).toBeNull();
    await user.click(screen.getByRole('button', { name: '清除筛选条件' }));
    await screen.findByText(none);
    // Which list it is stays.
    expect(address()).toBe(filters.includes('pending') ? `${path}?state=pending` : path);
  });
});

test('every list says below it which keys work in it', async () => {
  openApp('/applications?state=pending');
  await screen.findByText('2611220005');
  expect(document.querySelector('.rows .key-hint')?.textContent).toBe('j / k 上下移动x 选中Enter 打开');
  openApp('/applications');
  await screen.findByText('2611220005');
  expect(document.querySelector('.rows .key-hint')?.textContent).toBe('j / k 上下移动Enter 打开');
});
