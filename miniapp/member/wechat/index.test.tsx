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
