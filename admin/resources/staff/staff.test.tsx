import { describe, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { StaffRow } from '../../../bff/contract/staff/endpoints.ts';
import { refuse, reply, startFakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { sessionOf } from '../../test/samples.ts';

const staff = (more: Partial<StaffRow>): StaffRow => ({
  id: 4,
  login: 'reviewer1',
  name: '顾清和',
  email: 'gu@example.com',
  roles: ['reviewer'],
  isClosed: false,
  isTemporary: false,
  hasSecondFactor: true,
  lastSignedInAt: null,
  createdAt: '2026-11-22T01:00:00.000Z',
  version: 'one',
  ...more,
});
const routes = {
  'GET /staff/session': () => reply(sessionOf('administrator')),
  'GET /staff/accounts': () => reply([staff({})]),
  'GET /staff/changes': () => reply({ items: [], administrators: 2 }),
  'GET /staff/security': () => reply({ version: 2, secondFactorRoles: ['administrator'] }),
};

describe('工作人员', () => {
  test('says where the code of a reset went, and never shows it', async () => {
    startFakeServer({
      ...routes,
      'POST /staff/accounts/4/password': () => reply({ login: 'reviewer1', sentTo: 'g***@example.com' }),
    });
    const { user } = openApp('/staff/4');
    await user.click(await screen.findByRole('button', { name: '重置密码' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '重置密码' }));
    await screen.findByText('登录码已发到 g***@example.com');
  });

  test('asks before closing, and says why the last administrator stays', async () => {
    const server = startFakeServer({
      ...routes,
      'POST /staff/accounts/4/close': () => refuse(409, 'wrong_state', '这是最后一个管理员，请先指定另一位管理员'),
    });
    const { user } = openApp('/staff/4');
    await user.click(await screen.findByRole('button', { name: '停用账号' }));
    expect(server.calls.some(({ endpoint }) => endpoint.startsWith('POST'))).toBe(false);
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '停用账号' }));
    await screen.findByText('这是最后一个管理员，请先指定另一位管理员');
  });

  test('says which roles must have a second factor', async () => {
    const server = startFakeServer({
      ...routes,
      'PUT /staff/security': () =>
        reply({ version: 3, secondFactorRoles: ['administrator', 'finance'], waiting: null }),
    });
    const { user } = openApp('/staff');
    await waitFor(() => expect((screen.getByLabelText('管理员') as HTMLInputElement).checked).toBe(true));
    await user.click(screen.getByLabelText('财务'));
    await waitFor(() =>
      expect(server.bodies('PUT /staff/security')).toEqual([
        { secondFactorRoles: ['finance', 'administrator'], version: 2 },
      ]),
    );
  });
});

describe('二次验证', () => {
  test('asks for the code only when the server does, and keeps what was typed', async () => {
    const server = startFakeServer({
      'GET /staff/session': () => refuse(401, 'not_signed_in', '请先登录'),
      'POST /staff/session': () => refuse(401, 'second_factor_required', '请输入二次验证码'),
      'GET /staff/accounts': routes['GET /staff/accounts'],
      'GET /staff/security': routes['GET /staff/security'],
    });
    const { user } = openApp('/staff');
    await user.type(await screen.findByLabelText('账号'), 'chief');
    await user.type(screen.getByLabelText('密码'), 'secret-2026');
    expect(screen.queryByLabelText('二次验证码')).toBeNull();
    await user.click(screen.getByRole('button', { name: '登录' }));
    await user.type(await screen.findByLabelText('二次验证码'), '204816');
    server.on('POST /staff/session', () => reply(sessionOf('administrator')));
    await user.click(screen.getByRole('button', { name: '登录' }));
    await screen.findByText('顾清和');
    expect(server.bodies('POST /staff/session').at(-1)).toMatchObject({ login: 'chief', code: '204816' });
  });

  test('is set up before anything else where the roles ask for it; recovery codes are shown once', async () => {
    const server = startFakeServer({
      ...routes,
      'GET /staff/session': () => reply({ ...sessionOf('administrator'), mustSetUpSecondFactor: true }),
      'POST /staff/second-factor': () => reply({ secret: 'ABCDEFGH', url: 'otpauth://totp/x', qr: '<svg/>' }),
      'POST /staff/second-factor/confirm': () => reply({ recoveryCodes: ['abcde-fghjk', 'mnpqr-stuvw'] }),
    });
    const { user } = openApp('/staff');
    await user.type(await screen.findByLabelText('登录密码'), 'secret-2026');
    await user.click(screen.getByRole('button', { name: '下一步' }));
    await screen.findByAltText('二次验证二维码');
    expect(server.calls.some(({ endpoint }) => endpoint === 'GET /staff/accounts')).toBe(false);
    await user.type(screen.getByLabelText('验证码'), '204816');
    await user.click(screen.getByRole('button', { name: '开启二次验证' }));
    await screen.findByText('mnpqr-stuvw');
    server.on('GET /staff/session', () => reply(sessionOf('administrator')));
    await user.click(screen.getByRole('button', { name: '已保存，完成' }));
    await screen.findByText('顾清和');
  });
});
