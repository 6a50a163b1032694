import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { reply, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { TICKET, startTicketServer } from '../../test/ticket-samples.ts';

let server: FakeServer;
beforeEach(() => {
  server = startTicketServer();
});

test('Ctrl+Enter sends the answer by its first button, and a note', async () => {
  const [answers, notes] = ['POST /staff/tickets/4/answers', 'POST /staff/tickets/4/notes'] as const;
  server.on(answers, () => reply({ ...TICKET, version: 2 }));
  server.on(notes, () => reply({ items: [] }));
  const { user } = openApp('/tickets/4');
  const note = within(await screen.findByRole('form', { name: '内部备注' }));
  await user.type(note.getByRole('textbox'), '对方下午来取{Control>}{Enter}{/Control}');
  await waitFor(() => expect(server.bodies(notes)).toEqual([{ body: '对方下午来取' }]));
  const answer = within(screen.getByRole('form', { name: '答复' }));
  await user.type(answer.getByRole('textbox'), '已可领取{Control>}{Enter}{/Control}');
  await waitFor(() => expect(server.bodies(answers)).toEqual([{ version: 1, body: '已可领取', next: 'solved' }]));
});

test('leaving asks before an answer or a note that was not sent is lost', async () => {
  const asked: unknown[] = [];
  window.confirm = (question) => {
    asked.push(question);
    return asked.length > 2;
  };
  const { user, address } = openApp('/tickets/4');
  await user.type(within(await screen.findByRole('form', { name: '答复' })).getByRole('textbox'), '已寄');
  await user.click(screen.getByRole('link', { name: '工单统计' }));
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(address()).toBe('/tickets/4');
  await user.clear(within(screen.getByRole('form', { name: '答复' })).getByRole('textbox'));
  await user.type(within(screen.getByRole('form', { name: '内部备注' })).getByRole('textbox'), '待查');
  await user.click(screen.getByRole('link', { name: '工单统计' }));
  await waitFor(() => expect(asked).toHaveLength(2));
  await user.click(screen.getByRole('link', { name: '工单统计' }));
  await waitFor(() => expect(address()).toContain('/ticket-statistics'));
});
