import { beforeAll, expect, test } from '@jest/globals';
import { chatEndpoints } from '../../../contract/chat/endpoints.ts';
import type { ChatMessages } from '../../../contract/chat/replies.ts';
import { advanceClock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { CHAT_MORNING, makeChat, makeTalk, openDesk, say, useChatMorning } from '../../../test/factories/chat.ts';
import { makeFirm } from '../../../test/factories/registry.ts';
import '../../../models.ts';
import { InboxEntry } from '../../notifications/model.ts';
import { touchDesk } from '../live/touch.ts';
import { Chat, ChatMessage } from '../model.ts';
import { dropTalksBefore } from './drop-talks.ts';
import { watchChats } from './watch-chats.ts';

/** What happens to a talk by itself. */
useDatabase();
useChatMorning();
const api = useApi();
const MINUTE = 60_000;
let firmId: number;
let firm: string;

beforeAll(async () => {
  firmId = (await makeFirm()).id;
  firm = await memberToken({ firmId });
});

const shown = async (name: 'showOwnChat' | 'readOwnChat', id: number) =>
  (await api.call(chatEndpoints[name], { as: firm, params: { id } })).json;
const said = async (id: number) => ((await shown('readOwnChat', id)) as unknown as ChatMessages).items;
const stateOf = async (id: number) => (await Chat.findByPk(id, { rejectOnEmpty: true })).state;
const here = ({ accountId }: { accountId: number }) => touchDesk(accountId);

test('silence is asked about after ten minutes, and ends it after twenty', async () => {
  const { id, desk } = await makeTalk({ firmId });
  advanceClock(10 * MINUTE);
  await here(desk.actor);
  await watchChats();
  await watchChats();
  expect((await said(id)).filter(({ event }) => event === 'asked')).toHaveLength(1);
  advanceClock(10 * MINUTE);
  await here(desk.actor);
  await watchChats();
  expect(await stateOf(id)).toBe('closed');
  expect((await said(id)).at(-1)?.event).toBe('silent');
});

test('a desk whose page is closed gives its talks back, to the front of the queue', async () => {
  const { id } = await makeTalk({ firmId });
  await openDesk();
  const waits = await makeChat({ firmId: (await makeFirm()).id });
  advanceClock(2 * MINUTE);
  await watchChats();
  expect([await stateOf(id), await stateOf(Number(waits.chat.id))]).toEqual(['waiting', 'waiting']);
  expect(await shown('showOwnChat', id)).toMatchObject({ place: { ahead: 0 }, staffName: '' });
});

test('who has left the queue keeps the place for ten minutes', async () => {
  await openDesk();
  const { chat } = await makeChat({ firmId });
  advanceClock(10 * MINUTE - 1);
  await watchChats();
  expect(await stateOf(Number(chat.id))).toBe('waiting');
  advanceClock(1);
  await watchChats();
  expect(await stateOf(Number(chat.id))).toBe('closed');
});

test('a member who does not look is told once that there is an answer, never what it says', async () => {
  const { id, desk } = await makeTalk({ firmId });
  await say(desk.actor, id, '在看着的时候');
  const told = async () =>
    InboxEntry.findAll({ where: { memberKind: 'firm', memberId: firmId, event: 'chat_answered' } });
  expect(await told()).toHaveLength(0);
  advanceClock(2 * MINUTE);
  await say(desk.actor, id, '机密内容');
  await say(desk.actor, id, '机密内容二');
  const [entry, ...more] = await told();
  expect(more).toHaveLength(0);
  expect(JSON.stringify(entry)).not.toContain('机密');
});

test('a talk goes with all that was said two years after its end, and not a moment earlier', async () => {
  const { id, desk } = await makeTalk({ firmId });
  await say(desk.actor, id, '两年前的话');
  const { id: stays } = await makeTalk({ firmId: (await makeFirm()).id });
  await Chat.update({ state: 'closed', closedAt: CHAT_MORNING }, { where: { id } });
  expect(await dropTalksBefore(CHAT_MORNING)).toBe(0);
  expect(await dropTalksBefore(CHAT_MORNING + 1)).toBe(1);
  expect(await ChatMessage.count({ where: { chatId: id } })).toBe(0);
  expect((await Chat.findAll()).map((chat) => Number(chat.id))).toEqual([stays]);
});
