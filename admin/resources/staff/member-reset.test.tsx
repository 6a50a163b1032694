import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { reply, startFakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { lawyer, noLawyerRecords, pageOf, sessionOf } from '../../test/samples.ts';

const POST = 'POST /staff/member-passwords';

async function ask(answer: object) {
  const server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('registrar')),
    'GET /staff/lawyers/2': () => reply(lawyer({})),
    'GET /staff/discipline-records': () => reply(pageOf([])),
    'GET /staff/lawyers/2/records': () => reply(noLawyerRecords),
    'GET /staff/activations/member': () => reply(null),
    [POST]: () => reply(answer),
  });
  const { user } = openApp('/lawyers/2');
  await user.click(await screen.findByRole('button', { name: '重置密码' }));
  await user.type(screen.getByLabelText(/重置原因/), '本人来电');
  return { user, server };
}

test('a code goes to the registered contact, and the page says only where', async () => {
  const { user, server } = await ask({ sentTo: 'l***@example.com', minutes: 10 });
  await user.click(screen.getByLabelText('验证码发到登记的邮箱'));
  await user.click(screen.getByRole('button', { name: '发送验证码' }));
  await screen.findByText('验证码已发到 l***@example.com，10 分钟内有效');
  expect(server.bodies(POST)).toEqual([{ kind: 'lawyer', id: 2, reason: '本人来电', by: 'email' }]);
});

test('what came of it stays in the dialog, and is gone when another way is chosen', async () => {
  const { user } = await ask({ sentTo: 'l***@example.com', minutes: 10 });
  await user.click(screen.getByRole('button', { name: '发送验证码' }));
  const dialog = within(screen.getByRole('dialog'));
  await dialog.findByText(/验证码已发到/);
  expect(dialog.getByText(/已有验证码/)).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '发送验证码' }).disabled).toBe(true);
  await user.click(screen.getByLabelText('验证码发到登记的邮箱'));
  expect(dialog.queryByText(/验证码已发到/)).toBeNull();
});

test('where no contact is left a second person is asked, and that is said', async () => {
  const { user, server } = await ask({ waiting: { id: 1 } });
  await user.click(screen.getByLabelText(/以上都收不到/));
  expect(screen.getByText(/须由一位管理员/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '提交申请' }));
  await screen.findByText('已提交，须由一位管理员（申请人除外）确认后生效');
  expect(server.bodies(POST)).toEqual([{ kind: 'lawyer', id: 2, reason: '本人来电', by: 'activation' }]);
});
