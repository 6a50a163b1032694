import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { FIRM_SESSION, OFFICE } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import ContactsPage from './index.tsx';

const registry = {
  registryEmail: 'firm@example.com',
  registryPhone: '07006880001',
  phone: null,
  can: { confirmPhone: true },
};
const routes = {
  'GET /api/session': () => FIRM_SESSION,
  'GET /api/settings/public': () => OFFICE,
  'GET /api/account/contacts': () => ({ email: null, ...registry }),
  'POST /api/account/email/code': () => ({ sentTo: 'of***@example.com', minutes: 10 }),
  'POST /api/account/email': () => ({
    email: { address: 'office@example.com', confirmedAt: '2026-11-22T01:00:00.000Z' },
    ...registry,
  }),
};
beforeEach(freshDevice);

describe('账户信息', () => {
  it('says what is missing without a confirmed address, and confirms one by its code', async () => {
    const seen = fakeApi(routes);
    show(<ContactsPage />);
    expect(await screen.findByText(/尚未确认邮箱/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '确认邮箱' }));
    await userEvent.type(screen.getByLabelText('新邮箱'), 'office@example.com');
    await userEvent.type(screen.getByLabelText('登录密码'), 'correct horse 1');
    await userEvent.click(screen.getByRole('button', { name: '发送验证码' }));
    await userEvent.type(await screen.findByLabelText('验证码'), '204816');
    await userEvent.click(screen.getByRole('button', { name: '确认邮箱' }));
    expect(await screen.findByText('office@example.com')).toBeTruthy();
    expect(seen.find(({ route }) => route === 'POST /api/account/email')?.body).toEqual({ code: '204816' });
  });

  it('confirms a mobile number by the code in a text', async () => {
    const number = '19910007919';
    const seen = fakeApi({
      ...routes,
      'POST /api/account/phone/code': () => ({ sentTo: '199****7919', minutes: 10 }),
      'POST /api/account/phone': () => ({
        ...registry,
        email: null,
        phone: { number, confirmedAt: '2026-11-22T01:00:00.000Z' },
      }),
    });
    show(<ContactsPage />);
    await userEvent.click(await screen.findByRole('button', { name: '确认手机号' }));
    await userEvent.type(screen.getByLabelText('新手机号'), number);
    await userEvent.type(screen.getByLabelText('登录密码'), 'correct horse 1');
    await userEvent.click(screen.getByRole('button', { name: '发送短信验证码' }));
    expect(await screen.findByText(/199\*\*\*\*7919/)).toBeTruthy();
    await userEvent.type(screen.getByLabelText('短信验证码'), '204816');
    await userEvent.click(screen.getByRole('button', { name: '确认手机号' }));
    expect(await screen.findByText(number)).toBeTruthy();
    expect(seen.find(({ route }) => route === 'POST /api/account/phone')?.body).toEqual({ code: '204816' });
  });

  it('offers no telephone where no texts can be sent', async () => {
    fakeApi({
      ...routes,
      'GET /api/account/contacts': () => ({ ...registry, email: null, can: { confirmPhone: false } }),
    });
    show(<ContactsPage />);
    await screen.findByText(/尚未确认邮箱/);
    expect(screen.queryByText('找回密码的手机')).toBeNull();
  });

  it('shows a refused password under its field', async () => {
    fakeApi({
      ...routes,
      'POST /api/account/email/code': () => refuse('invalid_fields', { password: '当前密码不正确' }),
    });
    show(<ContactsPage />);
    await userEvent.click(await screen.findByRole('button', { name: '确认邮箱' }));
    await userEvent.type(screen.getByLabelText('新邮箱'), 'office@example.com');
    await userEvent.click(screen.getByRole('button', { name: '发送验证码' }));
    expect(await screen.findByText('当前密码不正确')).toBeTruthy();
  });

  it('of an account that is held says what opens it; without a contact that vouches, the association', async () => {
    const held = { reason: 'change' as const, until: null };
    fakeApi({
      ...routes,
      'GET /api/session': () => ({ ...FIRM_SESSION, held }),
      'GET /api/account/hold': () => ({ ...held, phone: null, email: null }),
    });
    show(<ContactsPage />);
    expect(await screen.findByRole('heading', { name: '立即启用全部服务' })).toBeTruthy();
    expect(screen.getByText(/^账号的开通须由协会另一位工作人员核对/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '发送验证码' })).toBeNull();
  });
});
