import { beforeEach, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { OFFICE } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { taroState, visits } from '../../test/taro.ts';
import EntryPage from './index.tsx';

const BEGIN = 'POST /api/session/oidc/authorisation';
const CENTRE = { 'GET /api/settings/public': () => ({ ...OFFICE, memberCentre: '会员中心' }) };
const kept = () => JSON.parse(sessionStorage.getItem('while-at-member-centre') ?? '{}') as { back?: string };

beforeEach(() => {
  freshDevice();
  sessionStorage.clear();
});

it.each([
  ['/announcement?id=5', '/desk/announcement/index?id=5'],
  ['//elsewhere.example/apply', '/pages/home/index'],
  ['https://elsewhere.example/', '/pages/home/index'],
  ['', '/pages/home/index'],
])('leaves at once, and comes back to %s', async (to, back) => {
  taroState.params = { to: encodeURIComponent(to) };
  // The same page with a fragment: jsdom goes there.
  fakeApi({ ...CENTRE, [BEGIN]: () => ({ url: `${location.origin}/#left`, browser: 'own-secret' }) });
  show(<EntryPage />);
  await waitFor(() => expect(kept()).toEqual({ browser: 'own-secret', back }));
  expect(location.hash).toBe('#left');
});

it('leads to the sign-in page where there is no such site', async () => {
  taroState.params = { to: '/apply' };
  fakeApi({ 'GET /api/settings/public': () => OFFICE, [BEGIN]: () => ({ url: null, browser: 'own-secret' }) });
  show(<EntryPage />);
  await waitFor(() => expect(visits).toEqual(['reLaunch /pages/sign-in/index?back=%2Fmember%2Fapply%2Findex']));
});

it('says so when the site does not answer, with two ways on', async () => {
  taroState.params = {};
  fakeApi({ ...CENTRE, [BEGIN]: () => refuse('unavailable') });
  show(<EntryPage />);
  await screen.findByText(/服务暂时不可用/);
  expect(screen.getByText('用账号和密码登录')).toBeTruthy();
  expect(await screen.findByRole('button', { name: '用会员中心账号登录' })).toBeTruthy();
});
