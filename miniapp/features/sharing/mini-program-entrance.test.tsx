import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { OFFICE } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { MiniProgramEntrance } from './mini-program-entrance.tsx';

const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) Mobile/15E148';
const on = (agent: string): void => {
  Object.defineProperty(navigator, 'userAgent', { value: agent, configurable: true });
};
const before = navigator.userAgent;
beforeEach(freshDevice);
afterEach(() => on(before));
const draw = () => show(<MiniProgramEntrance to={{ page: 'verify', token: 'abcdefghijklmnop' }} />);
const office = (hasMiniProgram: boolean) => ({ 'GET /api/settings/public': () => ({ ...OFFICE, hasMiniProgram }) });

it.each([
  ['on a PC', 'Mozilla/5.0 (Windows NT 10.0)', true],
  ['without a mini-program', PHONE, false],
])('%s nothing is offered', async (_where, agent, has) => {
  on(agent);
  const seen = fakeApi(office(has));
  draw();
  await waitFor(() => expect(seen).toHaveLength(1));
  expect(screen.queryByRole('button')).toBeNull();
});

it('on a telephone asks for an address of this very page, and says when there is none', async () => {
  on(PHONE);
  const seen = fakeApi({ ...office(true), 'POST /api/wechat/mini-program-links': () => refuse('unavailable') });
  draw();
  await userEvent.click(await screen.findByRole('button', { name: '在微信小程序中打开' }));
  await screen.findByText('服务暂时不可用，请稍后重试');
  expect(seen.at(-1)?.body).toEqual({ page: 'verify', token: 'abcdefghijklmnop' });
});
