import { beforeEach, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { FIRM_SESSION, OFFICE } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { taroState, visits } from '../../test/taro.ts';
import FromCentrePage from './index.tsx';

const CENTRE = { 'GET /api/settings/public': () => ({ ...OFFICE, memberCentre: '会员中心' }) };
const KEY = 'while-at-member-centre';

/** The browser comes back from the site for which it left. */
function comeBack(kept: object | null = { browser: 'own-secret', back: '/member/apply/index' }) {
  sessionStorage.clear();
  if (kept) sessionStorage.setItem(KEY, JSON.stringify(kept));
  taroState.params = { code: 'the-code', state: 'the-state', iss: 'https%3A%2F%2Fmember.example' };
  history.replaceState(null, '', '/oidc?code=the-code&state=the-state');
}
beforeEach(freshDevice);

it('signs in who is bound, on the page that was asked for, and keeps nothing to send again', async () => {
  comeBack();
  const seen = fakeApi({
    ...CENTRE,
    'POST /api/session/oidc/identity': () => ({ ticket: 'ticket', isBound: true, name: '林知远' }),
    'POST /api/session/oidc': () => FIRM_SESSION,
  });
  show(<FromCentrePage />);
  await waitFor(() => expect(visits).toEqual(['reLaunch /member/apply/index']));
  expect(seen.filter(({ route }) => route.startsWith('POST')).map(({ body }) => body)).toEqual([
    { code: 'the-code', state: 'the-state', browser: 'own-secret', iss: 'https://member.example' },
    { ticket: 'ticket', browser: 'own-secret' },
  ]);
  expect(location.search).toBe('');
  expect(sessionStorage.getItem(KEY)).toBeNull();
});

it('asks whose account it is where none is bound, says why, and binds', async () => {
  comeBack();
  let tries = 0;
  const seen = fakeApi({
    ...CENTRE,
    'POST /api/session/oidc/identity': () => ({ ticket: 'ticket', isBound: false, name: '林知远' }),
    'POST /api/session/oidc/binding': () => (tries++ === 0 ? refuse('wrong_credentials') : FIRM_SESSION),
  });
  show(<FromCentrePage />);
  await screen.findByText(/“林知远”/);
  await userEvent.type(screen.getByLabelText('账号'), '24499201110000002');
  await userEvent.type(screen.getByLabelText('密码'), 'lvzheng2026');
  await userEvent.click(screen.getByRole('button', { name: '绑定并登录' }));
  await screen.findByText('账号或密码不正确');
  await userEvent.click(screen.getByRole('button', { name: '绑定并登录' }));
  await waitFor(() => expect(visits).toEqual(['reLaunch /member/apply/index']));
  const body = { ticket: 'ticket', browser: 'own-secret', login: '24499201110000002', password: 'lvzheng2026' };
  expect(seen.at(-1)?.route === 'POST /api/session/oidc/binding' && seen.at(-1)?.body).toEqual(body);
});

it('sends nothing when it was not this browser that left, and when somebody goes back to it', async () => {
  comeBack(null);
  const seen = fakeApi(CENTRE);
  show(<FromCentrePage />);
  await screen.findByText(/登录没有成功或已经过期/);
  expect(seen.some(({ route }) => route.startsWith('POST'))).toBe(false);
  expect(screen.getByText('用账号和密码登录')).toBeTruthy();
  expect(await screen.findByRole('button', { name: '用会员中心账号登录' })).toBeTruthy();
});

it('says that the site was refused, and that it does not answer', async () => {
  comeBack();
  taroState.params = { error: 'access_denied', state: 'the-state' };
  fakeApi(CENTRE);
  const page = show(<FromCentrePage />);
  await screen.findByText(/您没有同意用会员中心账号登录/);
  page.unmount();
  comeBack();
  fakeApi({ ...CENTRE, 'POST /api/session/oidc/identity': () => refuse('unavailable') });
  show(<FromCentrePage />);
  await screen.findByText(/服务暂时不可用/);
});

it('leads to no address of anybody else', async () => {
  comeBack({ browser: 'own-secret', back: '//elsewhere.example/' });
  fakeApi({
    ...CENTRE,
    'POST /api/session/oidc/identity': () => ({ ticket: 'ticket', isBound: true, name: '' }),
    'POST /api/session/oidc': () => FIRM_SESSION,
  });
  show(<FromCentrePage />);
  await waitFor(() => expect(visits).toEqual(['reLaunch /pages/home/index']));
});
