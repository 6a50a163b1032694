import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import '../../../connections.ts';
import '../../../models.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { chatDeskEndpoints as desks, chatEndpoints as chats } from '../../../contract/chat/endpoints.ts';
import type { ChatMessages } from '../../../contract/chat/replies.ts';
import { useDatabase } from '../../../test/database.ts';
import { makeTalk, say } from '../../../test/factories/chat.ts';
import { makeFirm } from '../../../test/factories/registry.ts';
import { FaqEntry } from '../../faq/model.ts';
import { installShippedFaq } from '../../faq/install-faq.ts';
import { endChat } from './close-chat.ts';
import { turnIntoTicket } from './into-ticket.ts';
import { TicketMessage } from '../../tickets/model.ts';

useDatabase();
const api = useApi();

test('the desk sends an answer of 常见问题: its question stands in the talk and leads to it, also in the ticket', async () => {
  await installShippedFaq();
  const [entry, hidden] = (await FaqEntry.findAll({ order: ['id'], limit: 2 })) as [FaqEntry, FaqEntry];
  await hidden.update({ isPublished: false });
  const firmId = (await makeFirm()).id;
  const as = await memberToken({ firmId });
  const { id, desk, member } = await makeTalk({ firmId });
  await say(member, id, '怎样登录？');
  const send = (faq: number, clientId: string = randomUUID()) =>
    api.call(desks.sendChatMessage, { as: desk.token, params: { id }, body: { kind: 'faq', clientId, faq } });
  const clientId = randomUUID();
  const first = await send(entry.id, clientId);
  // Sent again, it is the same one.
  expect([first.status, (await send(entry.id, clientId)).json]).toEqual([200, first.json]);
  for (const none of [hidden.id, 999_999]) expect((await send(none)).json.error?.fields).toHaveProperty('faq');
  const { items } = (await api.call(chats.readOwnChat, { as, params: { id } })).json as unknown as ChatMessages;
  expect(items.filter(({ kind }) => kind === 'faq')).toMatchObject([{ text: entry.question, about: entry.id }]);
  await endChat({ actor: desk.actor, id });
  await turnIntoTicket({ actor: desk.actor, id, category: 'other', title: '登录' });
  const [opening] = await TicketMessage.findAll({ order: [['id', 'DESC']], limit: 1 });
  expect(opening?.body).toContain(`客服：常见问题“${entry.question}”`);
});
