import { beforeEach, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { FIRM_SESSION, OFFICE } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import WechatPage from './index.tsx';

beforeEach(freshDevice);

const OPEN = { 'GET /api/settings/public': () => OFFICE, 'GET /api/session': () => FIRM_SESSION };
const BINDING = {
  id: 5,
  label: '内勤 小周',
  place: 'mini-program',
  isCurrent: false,
  boundAt: '2026-11-20T01:00:00.000Z',
  lastUsedAt: '2026-11-22T01:00:00.000Z',
};

it('lists who may sign in by WeChat and unbinds one after asking', async () => {
  let bindings = [BINDING];
  const seen = fakeApi({
    ...OPEN,
    'GET /api/wechat-bindings': () => bindings,
    'DELETE /api/wechat-bindings/5': () => {
      bindings = [];
      return null;
    },
  });
  show(<WechatPage />);
  await screen.findByText('内勤 小周');
  await userEvent.click(screen.getByLabelText('解除绑定 内勤 小周'));
  expect(seen.some(({ route }) => route.startsWith('DELETE'))).toBe(false);
  await screen.findByText(/将退出登录，再次登录须使用密码/);
  await userEvent.click(screen.getAllByText('解除绑定').at(-1)!);
  await screen.findByText('本账号还没有绑定微信');
});

it('has a failure state with a way to try again', async () => {
  fakeApi({ ...OPEN, 'GET /api/wechat-bindings': () => refuse('internal') });
  show(<WechatPage />);
  expect(await screen.findByText(/系统出现问题/)).toBeTruthy();
});

it('lists who may sign in by the association’s own site and unbinds one after asking', async () => {
  let centre = [{ id: 9, name: '林知远', isCurrent: true, boundAt: BINDING.boundAt, lastUsedAt: BINDING.lastUsedAt }];
  const seen = fakeApi({
    ...OPEN,
    'GET /api/settings/public': () => ({ ...OFFICE, memberCentre: '会员中心' }),
    'GET /api/wechat-bindings': () => [],
    'GET /api/oidc-bindings': () => centre,
    'DELETE /api/oidc-bindings/9': () => {
      centre = [];
      return null;
    },
  });
  show(<WechatPage />);
  await userEvent.click(await screen.findByLabelText('解除会员中心账号绑定 林知远'));
  expect(seen.some(({ route }) => route.startsWith('DELETE'))).toBe(false);
  await screen.findByText(/本设备将退出登录/);
  await userEvent.click(screen.getAllByText('解除绑定').at(-1)!);
  await screen.findByText(/没有绑定会员中心账号/);
});
