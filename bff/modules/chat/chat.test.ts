import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { chatDeskEndpoints as desks, chatEndpoints as chats } from '../../contract/chat/endpoints.ts';
import type { ChatDesk, ChatDetail, ChatDoor, ChatMessages, OwnChat } from '../../contract/chat/replies.ts';
import { ticketEndpoints } from '../../contract/tickets/endpoints.ts';
import type { OwnTicket } from '../../contract/tickets/replies.ts';
import { advanceClock, freezeClock, releaseClock } from '../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../test/api.ts';
import { makeChat, makeTalk, openDesk, say } from '../../test/factories/chat.ts';
import { makeFirm, makeLawyer, memberActor } from '../../test/factories/registry.ts';
import { PNG } from '../../test/files.ts';
import { useDatabase } from '../../test/database.ts';
import '../../models.ts';
import { installShippedHolidays } from '../office-hours/install-years.ts';
import { TicketDuty } from '../tickets/duty/model.ts';
import { Chat, ChatDesk as Desk, ChatMessage, ChatPause } from './model.ts';

useDatabase();
const api = useApi();
let firmId: number;
let firm: string;
let other: string;
const MINUTE = 60_000;
/** A Monday, 10:00 in Shanghai. */
const MORNING = Date.UTC(2026, 10, 30, 2);

beforeAll(async () => {
  await installShippedHolidays();
  firmId = (await makeFirm({ name: '江海望潮律师事务所' })).id;
  firm = await memberToken({ firmId });
  other = await memberToken({ lawyerId: (await makeLawyer({ firmId })).id });
});
let shift = 0;
beforeEach(async () => {
  // Each test an hour later: an hour takes so many talks of one member.
  freezeClock(MORNING + shift++);
  await Chat.destroy({ where: {} });
  await Desk.destroy({ where: {} });
  await TicketDuty.destroy({ where: {} });
  await ChatPause.destroy({ where: {} });
});
afterEach(releaseClock);

const ofMember = async (name: keyof typeof chats, id: number | null, body?: unknown, as = firm) =>
  api.call(chats[name], { as, ...(id !== null && { params: { id } }), ...(body !== undefined && { body }) });
const ofDesk = async (name: keyof typeof desks, as: string, id: number | null, body?: unknown) =>
  api.call(desks[name], { as, ...(id !== null && { params: { id } }), ...(body !== undefined && { body }) });
const door = async () => (await ofMember('showChatDoor', null)).json as unknown as ChatDoor;
const said = async (id: number, as = firm) =>
  ((await ofMember('readOwnChat', id, undefined, as)).json as unknown as ChatMessages).items;
const text = (words: string, clientId = randomUUID()) => ({ kind: 'text', clientId, text: words });
const seqsOf = async (id: number) =>
  (await ChatMessage.findAll({ where: { chatId: id }, order: ['seq'] })).map(({ seq }) => Number(seq));
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

describe('whether somebody can be asked', () => {
  test('nobody there, or nobody with the page open: said, and no place is given', async () => {
    expect(await door()).toMatchObject({ isOpen: false, closedFor: 'nobody', current: null });
    const refused = await ofMember('startChat', null, { subject: '' });
    expect([refused.status, refused.json.error?.message]).toEqual([
      409,
      '现在没有客服在岗，请转为工单，协会将在办公时间内答复',
    ]);
    await openDesk();
    expect(await door()).toMatchObject({ isOpen: true, closedFor: null, waiting: 0 });
    advanceClock(3 * MINUTE);
    expect((await door()).closedFor).toBe('nobody');
  });

  test('at noon, in the evening and on Sunday: when it opens; before the end it is said', async () => {
    await openDesk();
    for (const [at, closedFor] of [
      [Date.UTC(2026, 10, 30, 3, 40), 'hours'],
      [Date.UTC(2026, 10, 30, 11), 'hours'],
      [Date.UTC(2026, 10, 29, 2), 'hours'],
      [Date.UTC(2026, 10, 30, 3, 20), null],
    ] as const) {
      freezeClock(at);
      await Desk.update({ seenAt: at }, { where: {} });
      expect([at, (await door()).closedFor]).toEqual([at, closedFor]);
    }
    expect((await door()).closesWords).toBe('11:30 起暂停接入，已接入的对话不受影响');
  });
});

describe('a talk', () => {
  test('from the queue to its end: numbers follow each other, and the member reads of a colleague, not of a person', async () => {
    const { token: desk, actor } = await openDesk();
    const started = (await ofMember('startChat', null, { subject: '转所' })).json as unknown as OwnChat;
    expect(started).toMatchObject({ state: 'waiting', place: { ahead: 0, minutes: 1 }, staffName: '' });
    // Tapped twice it is one talk.
    expect((await ofMember('startChat', null, { subject: '转所' })).json['id']).toBe(started.id);
    await ofMember('sendOwnChatMessage', started.id, text('我想转所'));
    expect(((await ofDesk('showChatDesk', desk, null)).json as unknown as ChatDesk).waiting).toMatchObject([
      { id: started.id, unread: 1, memberName: '江海望潮律师事务所' },
    ]);
    expect((await ofDesk('takeChat', desk, started.id)).json).toMatchObject({ state: 'talking', isMine: true });
    expect((await ofDesk('sendChatMessage', desk, started.id, text('请问新所是哪一家？'))).json['seq']).toBe(3);
    await ofMember('markOwnChatRead', started.id, { seq: 3 });
    await ofMember('markOwnChatRead', started.id, { seq: 3 });
    await ofMember('endOwnChat', started.id);
    const items = await said(started.id);
    expect(items.map(({ seq, by, kind, event, text: words }) => [seq, by, event ?? kind, words])).toEqual([
      [1, 'member', 'text', '我想转所'],
      [2, 'staff', 'taken', ''],
      [3, 'staff', 'text', '请问新所是哪一家？'],
      [4, 'member', 'read', ''],
      [5, 'member', 'ended_by_member', ''],
    ]);
    const name = `客服${String(actor.accountId % 100).padStart(2, '0')}`;
    expect([items[1]?.byName, items[2]?.byName]).toEqual([name, name]);
    const late = await ofMember('sendOwnChatMessage', started.id, text('还有一事'));
    expect([late.status, late.json.error?.message]).toEqual([409, '对话已结束，是否重新咨询或转为工单']);
    expect((await ofMember('listOwnChats', null)).json['items']).toMatchObject([{ id: started.id, state: 'closed' }]);
  });

  test('the same clientId is one message, however often and however concurrently it comes', async () => {
    const { id, desk, member } = await makeTalk({ firmId });
    const clientId = randomUUID();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => say(member, id, '一次', clientId)));
    expect(new Set(answers.map(({ seq }) => seq))).toEqual(new Set([2]));
    // Of another sender it is another message.
    expect((await say(desk.actor, id, '一次', clientId)).seq).toBe(3);
    expect(await seqsOf(id)).toEqual([1, 2, 3]);
  });

  test('whatever comes at once, there is no hole and no number twice', async () => {
    const { id, desk, member } = await makeTalk({ firmId });
    await Promise.all(upTo(15).flatMap((n) => [say(member, id, `会员${n}`), say(desk.actor, id, `客服${n}`)]));
    expect(await seqsOf(id)).toEqual(upTo(31));
    expect((await Chat.findByPk(id, { rejectOnEmpty: true })).lastSeq).toBe(31);
  });

  test('foreign ones and those that do not exist look alike; of the desk others see what waits alone', async () => {
    const { id, desk } = await makeTalk({ firmId });
    const stranger = (await openDesk()).token;
    for (const name of ['showOwnChat', 'readOwnChat'] as const) {
      const [foreign, missing] = [await ofMember(name, id, undefined, other), await ofMember(name, 999_999)];
      expect([foreign.status, foreign.json.error?.message]).toEqual([missing.status, missing.json.error?.message]);
      expect(foreign.status).toBe(404);
    }
    expect((await ofMember('sendOwnChatMessage', id, text('我来'), other)).status).toBe(404);
    expect((await ofDesk('showChat', stranger, id)).status).toBe(404);
    expect((await ofDesk('showChat', desk.token, id)).status).toBe(200);
  });

  test('too fast, too often the same, and too long are said; identity numbers are kept nowhere', async () => {
    const { id, member } = await makeTalk({ firmId });
    for (let n = 0; n < 4; n++) await say(member, id, '在吗');
    await expect(say(member, id, '在吗')).rejects.toMatchObject({ code: 'too_many_requests' });
    for (let n = 0; n < 16; n++) await say(member, id, `第${n}句`);
    await expect(say(member, id, '再一句')).rejects.toMatchObject({ message: '发送得太快了，请稍等一分钟再发' });
    advanceClock(MINUTE);
    await say(member, id, '我的号码是 11010519491231002X');
    expect((await said(id)).at(-1)?.text).toBe('我的号码是 110***********002X');
    const long = await ofMember('sendOwnChatMessage', id, text('字'.repeat(2_001)));
    expect(long.json.error?.fields).toEqual({ text: '每条最多2000字，已为您保留，可分两条发送' });
  });

  test('taken back within two minutes: the words are gone for whoever reads later, too', async () => {
    const { id, member } = await makeTalk({ firmId });
    const { seq } = await say(member, id, '说错了');
    expect((await ofMember('retractOwnChatMessage', id, { seq })).status).toBe(200);
    const items = await said(id);
    expect(items[1]).toMatchObject({ seq, text: '' });
    expect(items.at(-1)).toMatchObject({ event: 'retracted', about: seq });
    const late = await say(member, id, '两分钟前');
    advanceClock(2 * MINUTE + 1);
    expect((await ofMember('retractOwnChatMessage', id, { seq: late.seq })).status).toBe(409);
  });
});

describe('pictures', () => {
  const form = (name: string, bytes: Buffer) => {
    const body = new FormData();
    body.set('file', new Blob([new Uint8Array(bytes)]), name);
    return body;
  };
  const upload = async (id: number, name = '截图.png', bytes = PNG, as = firm) =>
    api.fetch(`/api/chat/${id}/files`, {
      method: 'POST',
      body: form(name, bytes),
      headers: { authorization: `Bearer ${as}` },
    });

  test('are seen by both sides and nobody else; a token is of its sender, and of this talk', async () => {
    const { id, desk } = await makeTalk({ firmId });
    const file = (await upload(id)).json['id'] as string;
    const sent = await ofMember('sendOwnChatMessage', id, { kind: 'file', clientId: randomUUID(), file });
    const params = { id, seq: sent.json['seq'] as number, file };
    expect((await api.call(chats.showOwnChatFile, { as: firm, params })).bytes.equals(PNG)).toBe(true);
    expect((await api.call(desks.showChatFile, { as: desk.token, params })).status).toBe(200);
    expect((await api.call(chats.showOwnChatFile, { as: other, params })).status).toBe(404);
    // Nobody sends on what somebody else has sent, nor what was sent in another talk.
    const again = { kind: 'file', clientId: randomUUID(), file };
    expect((await ofDesk('sendChatMessage', desk.token, id, again)).status).toBe(422);
    expect((await upload(id, '截图.png', PNG, other)).status).toBe(404);
    expect((await upload(id, '清单.pdf', Buffer.from('nothing'))).status).toBe(422);
  });

  test('go along into a ticket with every word, and stay readable there', async () => {
    await openDesk();
    const { chat } = await makeChat({ firmId }, '转所办理');
    const id = Number(chat.id);
    await ofMember('sendOwnChatMessage', id, text('请问要带什么材料？'));
    const file = (await upload(id)).json['id'] as string;
    await ofMember('sendOwnChatMessage', id, { kind: 'file', clientId: randomUUID(), file });
    const turned = (await ofMember('turnOwnChatIntoTicket', id, {})).json as unknown as OwnChat;
    expect(turned).toMatchObject({ state: 'closed', ticket: { number: expect.stringMatching(/^G26/) } });
    const ticket = (await api.call(ticketEndpoints.showOwnTicket, { as: firm, params: { id: turned.ticket?.id ?? 0 } }))
      .json as unknown as OwnTicket;
    expect(ticket.title).toBe('转所办理');
    expect(ticket.messages[0]?.body).toContain('请问要带什么材料？');
    const [kept] = ticket.messages[0]?.attachments ?? [];
    const params = { id: ticket.messages[0]?.id ?? 0, file: kept?.id ?? '' };
    expect((await api.call(ticketEndpoints.showOwnTicketFile, { as: firm, params })).bytes.equals(PNG)).toBe(true);
    expect((await ofMember('turnOwnChatIntoTicket', id, {})).status).toBe(409);
  });
});

describe('the desk', () => {
  test('of two who take it at once one does, and nobody has more than four', async () => {
    const [one, two] = [await openDesk(), await openDesk()];
    const { chat } = await makeChat({ firmId });
    const both = await Promise.all([one, two].map(({ token }) => ofDesk('takeChat', token, Number(chat.id))));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const third = await openDesk();
    for (let n = 0; n < 5; n++) {
      const { chat: next } = await makeChat({ firmId: (await makeFirm()).id });
      expect((await ofDesk('takeChat', third.token, Number(next.id))).status).toBe(n < 4 ? 200 : 409);
    }
  });

  test('notes are of the desk: nothing a member reads knows them', async () => {
    const { id, desk } = await makeTalk({ firmId });
    const canary = 'zebra-only-for-the-desk';
    const noted = (await ofDesk('writeChatNote', desk.token, id, { body: canary })).json as unknown as ChatDetail;
    expect(noted.notes).toMatchObject([{ body: canary }]);
    const seen = [
      await ofMember('showOwnChat', id),
      await ofMember('readOwnChat', id),
      await ofMember('showChatDoor', null),
      await api.call(chats.pollOwnChats, { as: firm, query: { have: `${id}:0`, wait: '0' } }),
    ];
    expect(JSON.stringify(seen.map(({ json }) => json))).not.toContain(canary);
  });

  test('turns a talk into a ticket of its member, and pauses who will not stop; tickets stay open', async () => {
    const { id, desk, member } = await makeTalk({ firmId });
    await say(member, id, '缴费后没有收据');
    const turned = await ofDesk('turnChatIntoTicket', desk.token, id, { category: 'payment', title: '收据' });
    expect(turned.json).toMatchObject({ state: 'closed', ticket: { number: expect.any(String) } });
    const next = await makeChat({ firmId });
    await ofDesk('takeChat', desk.token, Number(next.chat.id));
    await ofDesk('pauseChats', desk.token, Number(next.chat.id), { reason: '多次发送无关内容' });
    const refused = await ofMember('startChat', null, { subject: '' });
    expect(refused.json.error?.message).toContain('多次发送无关内容');
    const body = {
      category: 'other',
      title: '申诉',
      body: '我认为暂停咨询不妥，请复核。',
      idempotencyKey: randomUUID(),
    };
    expect((await api.call(ticketEndpoints.openTicket, { as: firm, body })).status).toBe(200);
  });
});

test('one’s own token as another kind of member opens nothing of the other', async () => {
  await openDesk();
  const lawyer = await makeLawyer({ firmId });
  const { chat } = await makeChat({ lawyerId: lawyer.id });
  const actor = await memberActor({ firmId });
  await expect(say(actor, Number(chat.id), '冒充')).rejects.toMatchObject({ code: 'not_found' });
});
