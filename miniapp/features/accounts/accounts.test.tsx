import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import AppShell from '../../app.tsx';
import { queryClient } from '../../api/query-client.ts';
import HomePage from '../../pages/home/index.tsx';
import SignInPage from '../../pages/sign-in/index.tsx';
import PasswordPage from '../../member/password/index.tsx';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { FIRM_SESSION, OFFICE } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { taroState, visits } from '../../test/taro.ts';
import { safeBack } from '../../session/lead-to-sign-in.ts';
import { passwordStrength } from './password-strength.ts';

const OPEN = { 'GET /api/settings/public': () => OFFICE };

beforeEach(freshDevice);

async function trySignIn(login: string, password: string) {
  await userEvent.type(screen.getByLabelText('账号'), login);
  await userEvent.type(screen.getByLabelText('密码'), `${password}{Enter}`);
}

describe('signing in', () => {
  it('goes back to where the session ended', async () => {
    fakeApi({ ...OPEN, 'GET /api/session': () => refuse('not_signed_in') });
    taroState.path = '/member/application/index?id=41&stamp=AB';
    const { unmount } = show(<HomePage />);
    await screen.findByRole('status');
    await expectVisit('reLaunch /pages/sign-in/index?back=%2Fmember%2Fapplication%2Findex%3Fid%3D41');
    unmount();

    const seen = fakeApi({ ...OPEN, 'POST /api/session': () => FIRM_SESSION });
    taroState.params = { back: '%2Fmember%2Fapplication%2Findex%3Fid%3D41' };
    show(<SignInPage />);
    await trySignIn('２４４９９２０１１１０００００２', 'secret');
    await expectVisit('reLaunch /member/application/index?id=41');
    expect(seen.find((call) => call.route === 'POST /api/session')?.body).toEqual({
      login: '２４４９９２０１１１０００００２',
      password: 'secret',
      tokenIn: 'cookie',
    });
  });

  it('is asked for at once when the session ends while a page is open', async () => {
    let isOver = false;
    const there = <Value,>(value: Value) => ({ isThere: true, value });
    const home = {
      task: there(null),
      certificates: there({ pending: 0, returned: 0, approved: 0, rejected: 0, recent: [] }),
      profile: there(null),
      activities: there(null),
      hours: there(null),
      tickets: there({ open: 0, asked: 0 }),
      inbox: there({ unread: 0 }),
      announcements: there([]),
    };
    fakeApi({
      ...OPEN,
      'GET /api/session': () => FIRM_SESSION,
      'GET /api/me/home': () => (isOver ? refuse('not_signed_in') : home),
    });
    show(
      <AppShell>
        <HomePage />
      </AppShell>,
    );
    await screen.findByText('还没有申请过证明。');
    isOver = true;
    void queryClient.refetchQueries({ queryKey: ['home'] });
    await expectVisit('reLaunch /pages/sign-in/index?back=%2Fpages%2Fhome%2Findex');
  });

  it('says how long the lock lasts and keeps what was typed', async () => {
    fakeApi({ ...OPEN, 'POST /api/session': () => refuse('locked') });
    show(<SignInPage />);
    await trySignIn('1', 'wrong');
    expect((await screen.findByRole('alert')).textContent).toContain('请15分钟后再试');
    expect(screen.getByLabelText<HTMLInputElement>('账号').value).toBe('1');
  });

  it('asks for a new password first and does not ask for the temporary one again', async () => {
    const newcomer = { ...FIRM_SESSION, mustChangePassword: true };
    const seen = fakeApi({
      ...OPEN,
      'POST /api/session': () => newcomer,
      'POST /api/session/password': () => FIRM_SESSION,
    });
    const { unmount } = show(<SignInPage />);
    await trySignIn('1', '160071');
    await expectVisit('reLaunch /member/password/index');
    unmount();

    show(<PasswordPage />);
    await screen.findByLabelText('新密码');
    expect(screen.queryByLabelText('当前密码')).toBeNull();
    await userEvent.type(screen.getByLabelText('新密码'), 'shuilu-2026-an');
    await userEvent.type(screen.getByLabelText('再次输入'), 'shuilu-2026-am{Enter}');
    expect(await screen.findByText('两次输入的新密码不一致，请重新输入')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('再次输入'), '{Backspace}n{Enter}');
    await expectVisit('reLaunch /pages/home/index');
    expect(seen.find((call) => call.route.endsWith('/password'))?.body).toEqual({
      current: '160071',
      next: 'shuilu-2026-an',
    });
  });
});

describe('safeBack', () => {
  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:1', '', undefined])(
    'leads %p to the home page',
    (back) => expect(safeBack(back)).toBe('/pages/home/index'),
  );
  it('keeps a page of this client', () => expect(safeBack('/member/apply/index')).toBe('/member/apply/index'));
});

describe('passwordStrength', () => {
  it.each([
    ['abc1', 0],
    ['abcdefghijkl', 0],
    ['1234567890', 0],
    ['aaaaaaaaa1', 1],
    ['lvzheng2026', 1],
    ['Lvzheng-2026', 3],
    ['shuilu-an-2026-xing', 3],
  ] as const)('%s is %i', (password, level) => expect(passwordStrength(password).level).toBe(level));
});

async function expectVisit(visit: string): Promise<void> {
  const { waitFor } = await import('@testing-library/react');
  await waitFor(() => expect(visits).toContain(visit));
}
