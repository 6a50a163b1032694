import { beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import '../../../models.ts';
import { chatEndpoints as chats } from '../../../contract/chat/endpoints.ts';
import type { ChatDoor, OwnChat } from '../../../contract/chat/replies.ts';
import { notificationEndpoints } from '../../../contract/notifications/endpoints.ts';
import { ticketEndpoints } from '../../../contract/tickets/endpoints.ts';
import type { OwnTicket } from '../../../contract/tickets/replies.ts';
import { clock, freezeClock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeChat, openDesk, useChatMorning } from '../../../test/factories/chat.ts';
import { makeFirm } from '../../../test/factories/registry.ts';
import { PNG } from '../../../test/files.ts';
import { ChatDesk } from '../model.ts';

useDatabase();
useChatMorning();
const api = useApi();
let firmId: number;
let as: string;
beforeAll(async () => {
  firmId = (await makeFirm()).id;
  as = await memberToken({ firmId });
});

/** The Monday of the tests, hours and minutes in Shanghai; the page of the desk stays open. */
async function at(hours: number, minutes: number): Promise<void> {
  freezeClock(Date.UTC(2026, 10, 30, hours - 8, minutes));
  await ChatDesk.update({ seenAt: clock.now() }, { where: {} });
}
const door = async () => (await api.call(chats.showChatDoor, { as })).json as unknown as ChatDoor;

test('whoever asked at 11:29 is told at 11:30, has it turned into a ticket with the picture, and reads the answer after 13:30', async () => {
  await openDesk();
  await at(11, 29);
  const { chat } = await makeChat({ firmId }, '转所以后没有变更');
  const params = { id: Number(chat.id) };
  expect(await door()).toMatchObject({ isOpen: true, closesWords: '11:30 起暂停接入，已接入的对话不受影响' });
  const say = (body: object) => api.call(chats.sendOwnChatMessage, { as, params, body });
  await say({ kind: 'text', clientId: randomUUID(), text: '新证已经领到，见照片' });
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(PNG)]), '新证.png');
  const headers = { authorization: `Bearer ${as}` };
  const uploaded = await api.fetch(`/api/chat/${params.id}/files`, { method: 'POST', body: form, headers });
  const file = uploaded.json['id'] as string;
  await say({ kind: 'file', clientId: randomUUID(), file });

  await at(11, 30);
  expect(await door()).toMatchObject({
    isOpen: false,
    closedFor: 'hours',
    opensWords: expect.stringContaining('13:30'),
  });
  const turned = (await api.call(chats.turnOwnChatIntoTicket, { as, params, body: {} })).json as unknown as OwnChat;
  const ticketId = turned.ticket?.id ?? 0;
  const own = { as, params: { id: ticketId } };
  const asked = (await api.call(ticketEndpoints.showOwnTicket, own)).json as unknown as OwnTicket;
  expect(asked.messages[0]?.body).toContain('新证已经领到，见照片');
  expect(asked.messages[0]?.attachments).toHaveLength(1);

  await at(13, 40);
  const { token: desk } = await openDesk();
  const answer = { body: '已收到，今天为您办理变更。', version: 1, next: 'working' };
  const answered = await api.call(ticketEndpoints.answerTicket, { as: desk, params: { id: ticketId }, body: answer });
  expect(answered.status).toBe(200);
  const inbox = await api.call(notificationEndpoints.listInbox, { as });
  expect(JSON.stringify(inbox.json)).toContain(`工单${turned.ticket?.number}有新答复`);
  const read = (await api.call(ticketEndpoints.showOwnTicket, own)).json as unknown as OwnTicket;
  expect(read.messages.at(-1)?.body).toBe('已收到，今天为您办理变更。');
});
