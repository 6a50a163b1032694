import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { OFFICE } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { visits } from '../../test/taro.ts';
import ForgottenPage from './index.tsx';

const codeTicket = 'Zm9yZ290dGVuLXRpY2tldA';
const routes = {
  'GET /api/settings/public': () => OFFICE,
  'POST /api/password-reset/code': () => ({ minutes: 10, waitSeconds: 60, codeTicket }),
  'POST /api/password-reset': () => null,
};
beforeEach(freshDevice);

async function toSecondStep() {
  await userEvent.type(screen.getByLabelText('账号'), '24499201110000002');
  await userEvent.click(screen.getByRole('button', { name: '获取验证码' }));
  await screen.findByLabelText('验证码');
}
async function fillIn(again: string) {
  await userEvent.type(screen.getByLabelText('验证码'), '204816');
  await userEvent.type(screen.getByLabelText('新密码'), 'battery staple 2');
  await userEvent.type(screen.getByLabelText('再次输入'), again);
  await userEvent.click(screen.getByRole('button', { name: '重设密码' }));
}

describe('忘记密码', () => {
  it('never says whether the account exists, sets a new password and leads to the sign-in page', async () => {
    const seen = fakeApi(routes);
    show(<ForgottenPage />);
    await toSecondStep();
    expect(screen.getByText(/如该账号确认过邮箱/)).toBeTruthy();
    await fillIn('battery staple 2');
    expect(seen.find(({ route }) => route === 'POST /api/password-reset')?.body).toEqual({
      login: '24499201110000002',
      code: '204816',
      codeTicket,
      next: 'battery staple 2',
    });
    expect(visits.at(-1)).toContain('/pages/sign-in/index');
  });

  it('sends the code to the telephone on request', async () => {
    const seen = fakeApi(routes);
    show(<ForgottenPage />);
    await userEvent.click(await screen.findByRole('radio', { name: '短信' }));
    await toSecondStep();
    expect(screen.getByText(/如该账号确认过手机号/)).toBeTruthy();
    expect(seen.find(({ route }) => route === 'POST /api/password-reset/code')?.body).toEqual({
      login: '24499201110000002',
      by: 'phone',
    });
  });

  it('keeps what the code was asked for with: after a reload it goes with the code, and when another is asked for', async () => {
    const seen = fakeApi(routes);
    const { unmount } = show(<ForgottenPage />);
    await toSecondStep();
    unmount();
    show(<ForgottenPage />);
    await toSecondStep();
    await fillIn('battery staple 2');
    expect(seen.filter(({ route }) => route.startsWith('POST')).map(({ body }) => body)).toMatchObject([
      { login: '24499201110000002' },
      { codeTicket },
      { codeTicket, code: '204816' },
    ]);
    expect(seen.find(({ route }) => route.startsWith('POST'))?.body).not.toHaveProperty('codeTicket');
  });

  it('takes a code that the staff had sent, without asking for another', async () => {
    const seen = fakeApi(routes);
    show(<ForgottenPage />);
    await userEvent.click(screen.getByRole('button', { name: '已有验证码' }));
    expect(await screen.findByText('请先填写账号')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('账号'), '24499201110000002');
    await userEvent.click(screen.getByRole('button', { name: '已有验证码' }));
    expect(await screen.findByText(/协会工作人员为您发送的验证码/)).toBeTruthy();
    await fillIn('battery staple 2');
    expect(seen.some(({ route }) => route === 'POST /api/password-reset/code')).toBe(false);
    expect(seen.find(({ route }) => route === 'POST /api/password-reset')?.body).toEqual({
      login: '24499201110000002',
      code: '204816',
      next: 'battery staple 2',
    });
  });

  it('says that both passwords differ before anything is sent', async () => {
    const seen = fakeApi(routes);
    show(<ForgottenPage />);
    await toSecondStep();
    await fillIn('battery staple 3');
    expect(await screen.findByText(/不一致/)).toBeTruthy();
    expect(seen.some(({ route }) => route === 'POST /api/password-reset')).toBe(false);
  });

  it('keeps everything typed when the code is refused', async () => {
    fakeApi({
      ...routes,
      'POST /api/password-reset': () => refuse('invalid_fields', { code: '验证码不正确或已失效' }),
    });
    show(<ForgottenPage />);
    await toSecondStep();
    await fillIn('battery staple 2');
    expect(await screen.findByText('验证码不正确或已失效')).toBeTruthy();
    expect((screen.getByLabelText('新密码') as HTMLInputElement).value).toBe('battery staple 2');
  });
});
