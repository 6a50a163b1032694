import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { FIRM_SESSION, OFFICE } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { visits } from '../../test/taro.ts';
import { said } from '../../test/said.ts';
import ActivatePage from './index.tsx';

const codeTicket = 'YWN0aXZhdGlvbi10aWNrZQ';
const routes = {
  'GET /api/settings/public': () => ({ ...OFFICE, hasSms: true }),
  'POST /api/activation/text': () => ({ minutes: 10, waitSeconds: 60, codeTicket }),
  'POST /api/activation': () => null,
  'POST /api/session': () => FIRM_SESSION,
};
beforeEach(freshDevice);

const type = (label: string, text: string) => userEvent.type(screen.getByLabelText(label), text);
const tap = (name: string) => userEvent.click(screen.getByRole('button', { name }));
async function fillPasswords(): Promise<void> {
  await type('设置密码', 'shuilu-2026-an');
  await type('再次输入', 'shuilu-2026-an');
}

describe('开通账号', () => {
  it('of a lawyer: last six, a text, a password of one’s own, and signed in', async () => {
    const seen = fakeApi(routes);
    show(<ActivatePage />);
    await screen.findByRole('radio', { name: '短信' });
    await type('账号', '14499202610100051');
    await tap('获取验证码');
    expect(await screen.findByText(/^请填写证件号码后6位/)).toBeTruthy();
    await type('证件号码后6位', '160071');
    await tap('获取验证码');
    await screen.findByLabelText('验证码');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^\d+秒后可重新获取/ }).disabled).toBe(true);
    await type('验证码', '204816');
    await fillPasswords();
    await tap('开通并登录');
    await waitFor(() => expect(visits).toContain('reLaunch /pages/home/index'));
    const body = (route: string) => seen.find((call) => call.route === route)?.body;
    expect(body('POST /api/activation/text')).toEqual({ login: '14499202610100051', lastSix: '160071' });
    expect(body('POST /api/activation')).toEqual({
      login: '14499202610100051',
      lastSix: '160071',
      code: '204816',
      codeTicket,
      next: 'shuilu-2026-an',
    });
    expect(body('POST /api/session')).toMatchObject({ login: '14499202610100051', password: 'shuilu-2026-an' });
  });

  it('of a firm by an activation code; what does not fit loses nothing that was typed', async () => {
    const seen = fakeApi({
      ...routes,
      'POST /api/activation': () => refuse('invalid_fields', { code: '请核对账号、证件号码后6位和验证码（开通码）' }),
    });
    show(<ActivatePage />);
    await userEvent.click(await screen.findByRole('radio', { name: '开通码' }));
    await userEvent.click(screen.getByRole('radio', { name: '机构' }));
    expect(screen.queryByLabelText('证件号码后6位')).toBeNull();
    await type('账号', '24499201110000002');
    await tap('下一步');
    await screen.findByLabelText('开通码');
    await type('开通码', 'abcd-efgh-jkmn-pqrs');
    await fillPasswords();
    await tap('开通并登录');
    expect(await screen.findByText(/请核对账号/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('开通码').value).toBe('abcd-efgh-jkmn-pqrs');
    expect(seen.find(({ route }) => route === 'POST /api/activation')?.body).toMatchObject({ lastSix: '' });
    expect(seen.some(({ route }) => route === 'POST /api/activation/text')).toBe(false);
  });

  it('of whoever came by a code that staff have seen: a second step that a code to a contact ends, or that waits', async () => {
    const until = '2026-12-02T03:30:00.000Z';
    const hold = { reason: 'code' as const, until, phone: '199****0001', email: 'of***@example.com' };
    const seen = fakeApi({
      ...routes,
      'POST /api/session': () => ({ ...FIRM_SESSION, held: { reason: 'code', until } }),
      'GET /api/account/hold': () => hold,
      'POST /api/account/hold/code': () => ({ sentTo: 'of***@example.com', minutes: 10 }),
      'POST /api/account/hold/release': () => null,
    });
    show(<ActivatePage />);
    await userEvent.click(await screen.findByRole('radio', { name: '开通码' }));
    await userEvent.click(screen.getByRole('radio', { name: '机构' }));
    await type('账号', '24499201110000002');
    await tap('下一步');
    await type('开通码', 'abcd-efgh-jkmn-pqrs');
    await fillPasswords();
    await tap('开通并登录');
    expect(await screen.findByText(said(/2026-12-02 11:30 之前暂不能申请证明/))).toBeTruthy();
    expect(screen.getByRole('button', { name: '以后再说，进入首页' })).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: '邮箱' }));
    await tap('发送验证码');
    await type('验证码', '204816');
    await tap('立即启用');
    await waitFor(() => expect(visits).toContain('reLaunch /pages/home/index'));
    const bodies = seen.filter(({ route }) => route.startsWith('POST /api/account/hold')).map(({ body }) => body);
    expect(bodies).toEqual([{ by: 'email' }, { code: '204816' }]);
  });
});
