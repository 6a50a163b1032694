import { beforeEach, expect, it, jest } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { MemberAccount } from '../../../bff/contract/accounts/replies.ts';
import type { ChatDoor, ChatMessage, OwnChat, ServerFrame } from '../../../bff/contract/chat/replies.ts';
import type { FaqItem } from '../../../bff/contract/faq/endpoints.ts';
import { fakeSockets, type FakeSocket } from '../../../config/jest/fake-socket.ts';
import { fakeApi, refuse, type Seen } from '../../test/fake-api.ts';
import { FIRM_SESSION } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { visits } from '../../test/taro.ts';
import { ChatDesk } from './chat-desk.tsx';

const FIRM = FIRM_SESSION.account as MemberAccount;
const AT = '2026-11-30T02:00:00.000Z';
const CHAT: OwnChat = {
  id: 7,
  subject: '转所以后执业机构没有变更',
  state: 'waiting',
  openedAt: AT,
  closedAt: null,
  staffName: '',
  lastSeq: 0,
  place: { ahead: 3, minutes: 6 },
  ticket: null,
  can: { send: true, end: true, ticket: true },
};
const TALKING: OwnChat = { ...CHAT, state: 'talking', staffName: '客服02', place: null };
const CLOSED: OwnChat = { ...TALKING, state: 'closed', closedAt: AT, can: { send: false, end: false, ticket: true } };
const DOOR: ChatDoor = {
  isOpen: true,
  closedFor: null,
  hours: '工作日 9:00–11:30，13:30–18:00',
  opensWords: '',
  closesWords: '',
  waiting: 3,
  current: null,
};
const FAQ: FaqItem = {
  id: 1,
  category: 'registry',
  question: '已经转所，系统中的执业机构还是原来的，怎么办？',
  answer: '请提交工单。',
  body: [{ tag: 'p', of: [{ text: '请提交工单。' }] }],
  keywords: '转所 变更',
  audience: 'everybody',
};
const message = (seq: number, more: Partial<ChatMessage>): ChatMessage => ({
  seq,
  at: AT,
  kind: 'text',
  by: 'staff',
  byName: '客服02',
  clientId: null,
  text: '',
  file: null,
  event: null,
  facts: null,
  about: null,
  ...more,
});

/** What the server keeps: the talk, and its numbers. */
let current: OwnChat | null;
let door: ChatDoor;
let said: ChatMessage[];
let socket: () => FakeSocket | undefined;
beforeEach(() => {
  freshDevice();
  socket = fakeSockets();
  current = null;
  door = DOOR;
  said = [];
});

function open(more: Parameters<typeof fakeApi>[0] = {}): Seen[] {
  const seen = fakeApi({
    'GET /api/chat': () => ({ ...door, current: current?.state === 'closed' ? null : current }),
    'GET /api/chat/history': () => ({ items: [], next: null, total: 0, totalIsCapped: false }),
    'GET /api/chat/7': () => current,
    'GET /api/chat/7/messages': ({ query }: Seen) => ({
      items: said.filter(({ seq }) => seq > Number(query['after'] ?? 0)),
      end: true,
    }),
    'POST /api/chat/7/readings': () => null,
    'GET /api/faq': () => ({ items: [FAQ] }),
    ...more,
  });
  show(<ChatDesk account={FIRM} />);
  return seen;
}
const frame = (what: ServerFrame) => act(() => socket()?.say(what));
/** Something gets its number, and is told of. */
const tell = (one: ChatMessage) => {
  said.push(one);
  return frame({ t: 'msg', c: 7, m: one });
};
const welcome = async () => {
  await waitFor(() => expect(socket()).toBeDefined());
  act(() => socket()?.welcome());
};
/** As the server does it: what was said before comes first. */
const resume = async () => {
  await welcome();
  for (const one of said) frame({ t: 'msg', c: 7, m: one });
};
const bodiesOf = (seen: Seen[], route: string) => seen.filter((one) => one.route === route).map(({ body }) => body);
const type = (words: string) => userEvent.type(screen.getByPlaceholderText('输入问题'), words);
const tap = (name: string) => userEvent.click(screen.getByRole('button', { name }));

it('takes a place, says how many are before one, offers answers meanwhile, and who is there then', async () => {
  const seen = open({
    'POST /api/chat': ({ body }: Seen) => {
      current = { ...CHAT, subject: (body as { subject: string }).subject };
      return current;
    },
  });
  await userEvent.type(await screen.findByRole('textbox', { name: /咨询事项/ }), CHAT.subject);
  await tap('开始咨询');
  await screen.findByText('前面还有 3 位，约 6 分钟');
  expect(bodiesOf(seen, 'POST /api/chat')).toEqual([{ subject: CHAT.subject }]);
  await screen.findByText(FAQ.question);
  await welcome();
  expect(socket()?.sent).toEqual([{ t: 'hello', v: 1, have: { 7: 0 } }]);
  frame({ t: 'queue', c: 7, ahead: 1, minutes: 2 });
  await screen.findByText('前面还有 1 位，约 2 分钟');
  current = TALKING;
  tell(message(1, { kind: 'event', event: 'taken' }));
  await screen.findByText('客服02 为您服务');
  await waitFor(() => expect(screen.queryByText(FAQ.question)).toBeNull());
  current = { ...TALKING, staffName: '客服05' };
  tell(message(2, { kind: 'event', event: 'offered' }));
  await screen.findByText('正在为您转接');
  tell(message(3, { kind: 'event', event: 'handed', byName: '客服05' }));
  await screen.findByText('已转接，客服05为您服务');
});

it('leads from a question of 常见问题 that the desk has sent to its answer', async () => {
  current = TALKING;
  open();
  await screen.findByText('客服02 为您服务');
  await welcome();
  tell(message(1, { kind: 'faq', text: FAQ.question, about: FAQ.id }));
  const link = await screen.findByRole('link', { name: FAQ.question });
  expect(link.getAttribute('href')).toBe('/public/faq/index?id=1');
});

it('keeps what could not be sent, says why, and sends the same again', async () => {
  current = TALKING;
  let isRefused = true;
  const seen = open({
    'POST /api/chat/7/messages': ({ body }: Seen) => {
      if (isRefused) return refuse('too_many_requests');
      const { clientId, text } = body as { clientId: string; text: string };
      said.push(message(1, { by: 'member', byName: FIRM.name, clientId, text }));
      return { seq: 1, at: AT };
    },
  });
  await screen.findByText('客服02 为您服务');
  await welcome();
  await type('新证什么时候生效');
  await tap('发送');
  await screen.findByRole('button', { name: '重试' });
  expect(screen.getByText('新证什么时候生效')).toBeTruthy();
  isRefused = false;
  await tap('重试');
  await screen.findByText('已送达');
  const bodies = bodiesOf(seen, 'POST /api/chat/7/messages') as { clientId: string }[];
  expect(bodies).toHaveLength(2);
  expect(bodies[1]).toEqual(bodies[0]);
  expect(screen.getAllByText('新证什么时候生效')).toHaveLength(1);
  // The desk has read it.
  tell(message(2, { kind: 'event', event: 'read', about: 1 }));
  await screen.findByText('已读');
});

it('ends, and is asked once what one thinks of it', async () => {
  current = TALKING;
  said = [message(1, { kind: 'event', event: 'taken' }), message(2, { text: '您好，请说。' })];
  const given = { rating: 'bad', words: '没有说清楚', at: AT };
  const seen = open({
    'POST /api/chat/7/end': () => {
      current = CLOSED;
      return CLOSED;
    },
    'GET /api/chat/7/rating': () => ({ given: null, canRate: true, until: '2026-12-07T02:00:00.000Z' }),
    'PUT /api/chat/7/rating': () => ({ given, canRate: true, until: '2026-12-07T02:00:00.000Z' }),
  });
  await resume();
  await screen.findByText('您好，请说。');
  await tap('结束对话');
  const asked = await screen.findByText(/结束后不能继续发送/);
  const dialog = within(asked.closest('dialog') ?? document.body);
  await userEvent.click(dialog.getByRole('button', { name: '结束对话' }));
  await screen.findByText('这次咨询您满意吗？');
  await userEvent.click(screen.getByRole('radio', { name: '不满意' }));
  await userEvent.type(screen.getByRole('textbox', { name: /意见/ }), given.words);
  await tap('提交评价');
  await screen.findByText('您的评价');
  expect(bodiesOf(seen, 'PUT /api/chat/7/rating')).toEqual([{ rating: 'bad', words: given.words }]);
});

it('asks to confirm what is registered: one tap is right, and what is wrong leads to its correction', async () => {
  current = TALKING;
  const facts = [
    { field: 'name' as const, label: '名称', value: FIRM.name },
    { field: 'phone' as const, label: '登记电话后四位', value: '8000' },
  ];
  said = [
    message(1, { kind: 'event', event: 'facts_asked', facts }),
    message(2, { kind: 'event', event: 'facts_right', by: 'member', about: 1 }),
    message(3, { kind: 'event', event: 'facts_asked', facts }),
  ];
  const seen = open({ 'POST /api/chat/7/facts': () => null });
  await resume();
  await screen.findByText('您已确认无误');
  // The first one is answered: only the second one asks.
  expect(screen.getAllByRole('button', { name: '全部无误' })).toHaveLength(1);
  await tap('全部无误');
  await tap('登记电话后四位有误');
  await waitFor(() =>
    expect(bodiesOf(seen, 'POST /api/chat/7/facts')).toEqual([
      { answer: 'right', seq: 3 },
      { answer: 'wrong', seq: 3, field: 'phone' },
    ]),
  );
  await waitFor(() => expect(visits.at(-1)).toContain('correction-form/index?field=phone'));
  tell(message(4, { kind: 'event', event: 'facts_wrong', by: 'member', about: 3, facts: [facts[1]!] }));
  await screen.findByRole('button', { name: '提交更正' });
});

it('tells whoever waits that nobody comes any more, and before that; nothing that was written is lost', async () => {
  current = CHAT;
  door = { ...DOOR, closesWords: '11:30 起暂停接入，已接入的对话不受影响' };
  open({
    'POST /api/chat/7/ticket': () => {
      current = { ...CLOSED, ticket: { id: 4, number: 'G2611300001' } };
      return current;
    },
  });
  await screen.findByText(door.closesWords);
  await welcome();
  door = { ...DOOR, isOpen: false, closedFor: 'hours', opensWords: '今天 13:30' };
  // Something happens, and the page looks at the door again.
  tell(message(1, { kind: 'event', event: 'returned' }));
  await screen.findByText(/现在不在服务时间，今天 13:30 起继续接入。可以转为工单/);
  expect(screen.getByText('正在排队，前面还有 3 位')).toBeTruthy();
  expect(screen.queryByText(/客服即将接入/)).toBeNull();
  await tap('转为工单');
  await waitFor(() => expect(visits.at(-1)).toContain('ticket/index?id=4'));
});

it('opens an address that somebody has sent only once it is said where it leads', async () => {
  const opened = jest.spyOn(window, 'open').mockReturnValue(null);
  current = TALKING;
  said.push(message(1, { text: '请到 https://bank.example/pay?x=1 办理，勿点 javascript:alert(1)' }));
  open();
  await resume();
  await userEvent.click(await screen.findByRole('button', { name: 'https://bank.example/pay?x=1' }));
  const asked = within(screen.getByRole('dialog', { name: '打开外部链接' }));
  expect(asked.getByText(/将访问 bank\.example。/)).toBeTruthy();
  expect(opened).not.toHaveBeenCalled();
  await userEvent.click(asked.getByRole('button', { name: '打开' }));
  expect(opened.mock.calls).toEqual([['https://bank.example/pay?x=1', '_blank', 'noopener,noreferrer']]);
  expect(screen.queryByRole('button', { name: /javascript/ })).toBeNull();
  opened.mockRestore();
});

it('comes back by hand where the server wanted no more of it', async () => {
  current = TALKING;
  open();
  await welcome();
  const before = socket();
  act(() => before?.onclose?.({ code: 4006 }));
  await screen.findByText('已在其他页面打开，或登录已失效');
  await tap('重新连接');
  await waitFor(() => expect(socket()).not.toBe(before));
  await welcome();
  await waitFor(() => expect(screen.queryByText('已在其他页面打开，或登录已失效')).toBeNull());
});
