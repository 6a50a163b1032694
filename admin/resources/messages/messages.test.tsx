import { describe, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { MessageRow } from '../../../bff/contract/notifications/endpoints.ts';
import { reply, startFakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { pageOf, sessionOf } from '../../test/samples.ts';

const row = (more: Partial<MessageRow>): MessageRow => ({
  id: 5,
  template: 'rejected',
  templateLabel: '申请未通过',
  recipient: 'po***@example.com',
  number: '2611220041',
  state: 'failed',
  attempts: 16,
  lastError: '550 no such mailbox',
  createdAt: '2026-11-22T01:00:00.000Z',
  sentAt: null,
  can: { resend: true },
  ...more,
});

describe('消息发送记录', () => {
  test('says why a message failed, and sends it again', async () => {
    const server = startFakeServer({
      'GET /staff/session': () => reply(sessionOf('service')),
      'GET /staff/messages': () => reply(pageOf([row({})])),
      'POST /staff/messages/5/resend': () => reply(row({ state: 'waiting' })),
    });
    const { user } = openApp('/messages?state=failed');
    await screen.findByText('550 no such mailbox');
    server.on('GET /staff/messages', () => reply(pageOf([row({ state: 'waiting', lastError: '' })])));
    await user.click(screen.getByRole('button', { name: '重新发送' }));
    await screen.findByRole('button', { name: '立即发送' });
  });

  test('asks before a second copy of what has arrived', async () => {
    const server = startFakeServer({
      'GET /staff/session': () => reply(sessionOf('reviewer')),
      'GET /staff/messages': () =>
        reply(pageOf([row({ state: 'sent', lastError: '', sentAt: '2026-11-22T01:00:05.000Z' })])),
      'POST /staff/messages/5/resend': () => reply(row({ id: 6, state: 'waiting' })),
    });
    const { user } = openApp('/messages');
    await user.click(await screen.findByRole('button', { name: '重新发送' }));
    const dialog = await screen.findByRole('dialog');
    expect(server.calls.some(({ endpoint }) => endpoint.startsWith('POST'))).toBe(false);
    await user.click(within(dialog).getByRole('button', { name: '再次发送' }));
    await screen.findByText('已重新安排发送');
  });

  test('a mailbox that has stopped mails is found by its address, and readmitted with a reason', async () => {
    const stopped = { stoppedAt: '2026-11-22T01:00:00.000Z', sentToday: 2, dayLimit: 10 };
    const server = startFakeServer({
      'GET /staff/session': () => reply(sessionOf('service')),
      'GET /staff/messages': () => reply(pageOf([row({ state: 'refused', lastError: '收件人已要求不再接收' })])),
      'POST /staff/recipients/state': () => reply(stopped),
      'POST /staff/recipients/readmission': () => reply({ ...stopped, stoppedAt: null, sentToday: 0 }),
    });
    const { user } = openApp('/messages');
    await screen.findByText('收件人已要求不再接收');
    await user.click(screen.getByRole('button', { name: '查询收件人' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText('收件邮箱'), 'bank@example.com');
    await user.click(dialog.getByRole('button', { name: /^查\s?询$/ }));
    const told = await screen.findByText(/^收件人已于/);
    expect(told.textContent).toContain('收件人已于 2026-11-22 09:00 停止接收');
    server.on('POST /staff/recipients/state', () => reply({ ...stopped, stoppedAt: null, sentToday: 0 }));
    await user.type(screen.getByLabelText('恢复原因'), '收件人来电');
    await user.click(screen.getByRole('button', { name: '恢复接收' }));
    await screen.findByText('正常接收；今天已发 0 封，每天最多 10 封');
  });

  test('a code cannot be sent again', async () => {
    startFakeServer({
      'GET /staff/session': () => reply(sessionOf('reviewer')),
      'GET /staff/messages': () => reply(pageOf([row({ can: { resend: false } })])),
    });
    openApp('/messages');
    await screen.findByText('550 no such mailbox');
    expect(screen.queryByRole('button', { name: '重新发送' })).toBeNull();
  });
});
