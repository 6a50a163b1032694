import { describe, expect, jest, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { refuse, reply, startFakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { firm, pageOf, sessionOf } from '../../test/samples.ts';

const absent = () => refuse(401, 'not_signed_in', '请先登录');

describe('signing in', () => {
  test('leads to the address that was asked for', async () => {
    const server = startFakeServer({
      'GET /staff/session': absent,
      'POST /staff/session': () => reply(sessionOf('registrar')),
      'GET /staff/firms': () => reply(pageOf([firm({})])),
    });
    const { user, address } = openApp('/firms?status=active');
    await user.type(await screen.findByLabelText('账号'), 'registrar');
    await user.type(screen.getByLabelText('密码'), 'secret-2026');
    await user.click(screen.getByRole('button', { name: '登录' }));
    await screen.findByText('江海鼎禾律师事务所');
    expect(address()).toBe('/firms?status=active');
    expect(server.bodies('POST /staff/session')).toEqual([
      { login: 'registrar', password: 'secret-2026', tokenIn: 'cookie' },
    ]);
  });

  test('says what the server says when it fails, and keeps the account', async () => {
    startFakeServer({
      'GET /staff/session': absent,
      'POST /staff/session': () => refuse(401, 'wrong_credentials', '账号或密码不正确'),
    });
    const { user } = openApp('/');
    await user.type(await screen.findByLabelText('账号'), 'registrar');
    await user.type(screen.getByLabelText('密码'), 'wrong');
    await user.click(screen.getByRole('button', { name: '登录' }));
    expect((await screen.findByRole('alert')).textContent).toContain('账号或密码不正确');
    expect((screen.getByLabelText('账号') as HTMLInputElement).value).toBe('registrar');
  });

  test('the first time only a new password can be set, and its faults stand under the field', async () => {
    const newcomer = { ...sessionOf('reviewer'), mustChangePassword: true };
    const server = startFakeServer({
      'GET /staff/session': absent,
      'POST /staff/session': () => reply(newcomer),
      'POST /staff/session/password': () => refuse(422, 'invalid_fields', '有几处需要修改', { next: '新密码至少10位' }),
    });
    const { user } = openApp('/password');
    await user.type(await screen.findByLabelText('账号'), 'new');
    await user.type(screen.getByLabelText('密码'), 'temporary');
    await user.click(screen.getByRole('button', { name: '登录' }));
    await screen.findByRole('heading', { name: '设置新密码' });
    // Nobody has given them a password yet.
    expect(screen.queryByLabelText('当前密码')).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>(/^临时口令/).value).toBe('temporary');
    await user.type(screen.getByLabelText('新密码'), 'short');
    await user.click(screen.getByRole('button', { name: '保存并进入' }));
    await screen.findByText('新密码至少10位');
    expect((screen.getByLabelText('新密码') as HTMLInputElement).value).toBe('short');
    server.on('POST /staff/session/password', () => reply({ ...newcomer, mustChangePassword: false }));
    await user.click(screen.getByRole('button', { name: '保存并进入' }));
    await screen.findByRole('heading', { name: '修改密码' });
    expect(server.bodies('POST /staff/session/password').at(-1)).toEqual({ current: 'temporary', next: 'short' });
  });
});

describe('a session that ran out', () => {
  test('asks to sign in again and loses nothing that was typed', async () => {
    const server = startFakeServer({
      'GET /staff/session': () => reply(sessionOf('registrar')),
      'GET /staff/firms/3': () => reply(firm({})),
      'PUT /staff/firms/3': absent,
      'POST /staff/session': () => reply(sessionOf('registrar')),
    });
    const { user, address } = openApp('/firms/3/edit');
    const name = await screen.findByLabelText('名称');
    await user.clear(name);
    await user.type(name, '江海鼎新律师事务所');
    await user.click(screen.getByRole('button', { name: '保存' }));
    await screen.findByText(/登录已失效/);
    await user.type(screen.getByLabelText('账号'), 'registrar');
    await user.type(screen.getByLabelText('密码'), 'secret-2026');
    await user.click(screen.getByRole('button', { name: '登录' }));
    await waitFor(() => expect(screen.queryByText(/登录已失效/)).toBeNull());
    expect(address()).toBe('/firms/3/edit');
    expect((screen.getByLabelText('名称') as HTMLInputElement).value).toBe('江海鼎新律师事务所');
    server.on('PUT /staff/firms/3', () => reply(firm({ name: '江海鼎新律师事务所', version: 5 })));
    await user.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(address()).toBe('/firms/3'));
  });
});

describe('roles', () => {
  test('hide what would be refused', async () => {
    startFakeServer({
      'GET /staff/session': () => reply(sessionOf('reviewer')),
      'GET /staff/firms': () => reply(pageOf([firm({})])),
    });
    openApp('/firms');
    await screen.findByText('江海鼎禾律师事务所');
    expect(screen.getByRole('link', { name: '证明审核' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: '操作日志' })).toBeNull();
    expect(screen.queryByRole('button', { name: '新增律所' })).toBeNull();
  });

  test('show everything to the administrator', async () => {
    startFakeServer({
      'GET /staff/session': () => reply(sessionOf('administrator')),
      'GET /staff/firms': () => reply(pageOf([firm({})])),
    });
    openApp('/firms');
    await screen.findByRole('button', { name: '新增律所' });
    expect(screen.getByRole('link', { name: '操作日志' })).toBeTruthy();
  });

  test('a page of another role says so instead of failing', async () => {
    const server = startFakeServer({ 'GET /staff/session': () => reply(sessionOf('reviewer')) });
    openApp('/settings');
    await screen.findByText('您的角色不含此项工作');
    expect(server.calls.some(({ endpoint }) => endpoint === 'GET /staff/settings')).toBe(false);
  });
});

test('signing out asks before something that was typed goes with it', async () => {
  const server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('registrar')),
    'GET /staff/firms/3': () => reply(firm({})),
  });
  const confirm = jest.spyOn(window, 'confirm').mockReturnValue(false);
  const { user } = openApp('/firms/3/edit');
  await user.type(await screen.findByLabelText('名称'), '新');
  await user.click(screen.getByRole('button', { name: '陆明章' }));
  await user.click(await screen.findByText('退出登录'));
  expect(confirm).toHaveBeenCalledWith('有尚未保存的内容，确定离开吗？');
  expect(server.calls.map(({ endpoint }) => endpoint)).not.toContain('DELETE /staff/session');
  expect(screen.getByLabelText('名称')).toHaveProperty('value', '江海鼎禾律师事务所新');
  confirm.mockRestore();
});
