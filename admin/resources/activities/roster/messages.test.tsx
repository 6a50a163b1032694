import { beforeEach, expect, test } from '@jest/globals';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App } from 'antd';
import type { StaffActivity } from '../../../../bff/contract/activities/replies.ts';
import { refuse, reply, startFakeServer, type FakeServer } from '../../../test/fake-server.ts';
import { Messages } from './Messages.tsx';

const PREVIEW = 'POST /staff/activities/7/messages/preview';
const SEND = 'POST /staff/activities/7/messages';
const SHOWN = {
  count: 3,
  byMail: 1,
  withoutAddress: 1,
  declined: 1,
  left: 2,
  example: {
    name: '林知远',
    inboxTitle: '活动通知',
    inboxBody: '合同编讲座：请提前15分钟签到。',
    mailSubject: '活动通知：合同编讲座',
    mailText: '林知远：\n\n请提前15分钟签到。',
  },
};
let server: FakeServer;
beforeEach(() => {
  server = startFakeServer({
    'GET /staff/activities/7/messages': () => reply({ left: 2, items: [] }),
    [PREVIEW]: () => reply(SHOWN),
  });
  const activity = { id: 7, phase: 'closed' } as StaffActivity;
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <App>
        <Messages activity={activity} />
      </App>
    </QueryClientProvider>,
  );
});
const button = (name: RegExp) => screen.findByRole('button', { name });
const sent = () => server.calls.filter(({ endpoint }) => endpoint === SEND);

test('nothing is sent before it was looked at; what is looked at says to how many, how, and in which words', async () => {
  const user = userEvent.setup();
  await user.click(await button(/写通知/));
  expect(screen.queryByRole('button', { name: /发送给/ })).toBeNull();
  await user.type(screen.getByRole('textbox'), '请提前15分钟签到。');
  await user.click(await button(/预\s*览/));
  const shown = within(await screen.findByRole('status', { name: '预览' }));
  expect(shown.getByText(/1人（1人没有邮箱，1人关闭了活动邮件，只有站内消息）/)).toBeTruthy();
  expect(shown.getByText(/合同编讲座：请提前15分钟签到/)).toBeTruthy();
  expect(sent()).toEqual([]);
  server.on(SEND, () => reply({ left: 1, items: [] }));
  await user.click(await button(/发送给3人/));
  expect(sent().map(({ body }) => body)).toEqual([{ audience: 'registered', words: '请提前15分钟签到。', count: 3 }]);
});

test('what is changed after it was looked at is looked at again, and so is a list that has changed', async () => {
  const user = userEvent.setup();
  await user.click(await button(/写通知/));
  await user.type(screen.getByRole('textbox'), '请提前签到');
  await user.click(await button(/预\s*览/));
  await button(/发送给3人/);
  await user.type(screen.getByRole('textbox'), '。');
  expect(screen.queryByRole('button', { name: /发送给/ })).toBeNull();
  await user.click(await button(/预\s*览/));
  server.on(SEND, () => refuse(409, 'wrong_state', '名单有变化，现在是2人，请重新预览'));
  await user.click(await button(/发送给3人/));
  expect((await screen.findByRole('alert')).textContent).toContain('现在是2人');
});
