import { beforeEach, expect, test } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import type { ChatDesk, ChatDetail, ChatMessage, ChatRow } from '../../../bff/contract/chat/replies.ts';
import { fakeSockets, type FakeSocket } from '../../../config/jest/fake-socket.ts';
import { refuse, reply, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { sessionOf } from '../../test/samples.ts';

const AT = '2026-11-30T02:00:00.000Z';
const ROW: ChatRow = {
  id: 7,
  subject: '新证什么时候生效',
  state: 'waiting',
  memberKind: 'lawyer',
  memberId: 3,
  memberName: '林知远',
  openedAt: AT,
  waitsSince: AT,
  closedAt: null,
  assigneeName: '',
  isMine: false,
  unread: 1,
  lastSeq: 1,
  lastBy: 'member',
  lastAt: AT,
  offer: null,
};
const NOTHING_ALLOWED: ChatDetail['can'] = {
  take: false,
  send: false,
  handOver: false,
  accept: false,
  refuse: false,
  withdraw: false,
  end: false,
  ticket: false,
  pause: false,
};
const WAITING: ChatDetail = {
  ...ROW,
  card: {
    licenceNo: '14499201210100001',
    firm: { id: 1, name: '江海望潮律师事务所' },
    isCancelled: false,
    openTickets: [{ id: 4, number: 'G2611290004', title: '纸质证明何时可以领取' }],
    lastCertificates: [],
    earlierTalks: 2,
    profile: 'rejected',
    nextActivity: { title: '民法典合同编实务讲座', beginsAt: '2026-12-03T06:00:00.000Z' },
  },
  ticket: null,
  notes: [],
  can: { ...NOTHING_ALLOWED, take: true },
};
const OWN: ChatDetail = {
  ...WAITING,
  state: 'talking',
  isMine: true,
  assigneeName: '陆明章',
  can: { ...NOTHING_ALLOWED, send: true, handOver: true, end: true, ticket: true, pause: true },
};
const DESK: ChatDesk = {
  isPresent: true,
  mostTalks: 4,
  waiting: [ROW],
  own: [],
  offered: [],
  others: [],
  colleagues: [{ id: 9, name: '苏念真', talks: 1 }],
  roles: [
    { role: 'service', present: 1 },
    { role: 'administrator', present: 0 },
  ],
};
const message = (seq: number, more: Partial<ChatMessage>): ChatMessage => ({
  seq,
  at: AT,
  kind: 'text',
  by: 'member',
  byName: '林知远',
  clientId: null,
  text: '',
  file: null,
  event: null,
  facts: null,
  about: null,
  ...more,
});

let server: FakeServer;
let socket: () => FakeSocket | undefined;
let said: ChatMessage[];
/** The server has the talk like this from now on. */
const has = (chat: ChatDetail, lists: Partial<ChatDesk>) => {
  server.on('GET /staff/chat/7', () => reply(chat));
  server.on('GET /staff/chat', () => reply({ ...DESK, waiting: [], ...lists }));
  return reply(chat);
};
beforeEach(() => {
  socket = fakeSockets();
  said = [message(1, { text: '您好，请问新证什么时候生效？' })];
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('service')),
    'GET /staff/chat': () => reply(DESK),
    'GET /staff/chat/7': () => reply(WAITING),
    'GET /staff/chat/7/messages': ({ query }) =>
      reply({ items: said.filter(({ seq }) => seq > Number(query['after'] ?? 0)), end: true }),
    'POST /staff/chat/7/readings': () => reply(null),
    'GET /staff/chat/7/text-blocks': () =>
      reply({ items: [{ id: 1, title: '转所办理', body: '请提交“执业机构变更”工单。', next: null }] }),
  });
});
const talking = () => has(OWN, { own: [OWN] });
const thread = () => screen.findByRole('region', { name: '与林知远的对话' });

test('who waits, the talk, and about its member stand beside each other; taking it opens the box', async () => {
  server.on('POST /staff/chat/7/taking', talking);
  const { user } = openApp('/chat');
  const waiting = within(await screen.findByRole('region', { name: '排队中' }));
  await user.click(waiting.getByRole('button', { name: /林知远/ }));
  expect(within(await thread()).getByText('您好，请问新证什么时候生效？')).toBeTruthy();
  const about = within(screen.getByRole('complementary', { name: '会员信息' }));
  expect(about.getByRole('link', { name: 'G2611290004' }).getAttribute('href')).toContain('/tickets/4');
  const words = screen.getByRole('complementary', { name: '会员信息' }).textContent?.replace(/\s/g, ' ');
  expect(words).toContain('信息补全已驳回最近的活动2026-12-03 14:00 民法典合同编实务讲座');
  expect(screen.queryByRole('form', { name: '答复' })).toBeNull();
  await user.click(within(await thread()).getByRole('button', { name: '接入' }));
  expect(await screen.findByRole('form', { name: '答复' })).toBeTruthy();
  expect(await screen.findByRole('region', { name: '我的对话（1/4）' })).toBeTruthy();
});

test('an answer of 常见问题 for this kind of member is found by its words and sent as what it is', async () => {
  const sending = 'POST /staff/chat/7/messages';
  const entry = { category: 'registry', keywords: '换所', audience: 'lawyer', body: [] } as const;
  server.on('GET /faq', () =>
    reply({
      items: [
        { ...entry, id: 3, question: '已经转所怎么办？', answer: '提交工单。' },
        { ...entry, id: 4, question: '本所换所名怎么办？', answer: '提交工单。', audience: 'firm' },
      ],
    }),
  );
  server.on(sending, ({ body }) => {
    const { clientId } = body as { clientId: string };
    said.push(message(2, { by: 'staff', kind: 'faq', clientId, text: '已经转所怎么办？', about: 3 }));
    return reply({ seq: 2, at: AT });
  });
  talking();
  const { user } = openApp('/chat?id=7');
  const answer = within(await screen.findByRole('form', { name: '答复' }));
  await user.click(answer.getByRole('combobox', { name: '常见问题' }));
  await user.type(answer.getByRole('combobox', { name: '常见问题' }), '换所');
  await user.click(await screen.findByTitle('已经转所怎么办？'));
  expect(screen.queryByTitle('本所换所名怎么办？')).toBeNull();
  await waitFor(() => expect(server.bodies(sending)).toMatchObject([{ kind: 'faq', faq: 3 }]));
  expect(await within(await thread()).findByText('常见问题：已经转所怎么办？')).toBeTruthy();
});

test('a text block comes by `/`, Enter sends it, and what the member says meanwhile is heard', async () => {
  const sending = 'POST /staff/chat/7/messages';
  server.on(sending, ({ body }) => {
    const { clientId, text } = body as { clientId: string; text: string };
    said.push(message(2, { by: 'staff', byName: '陆明章', clientId, text }));
    return reply({ seq: 2, at: AT });
  });
  talking();
  const { user } = openApp('/chat?id=7');
  const answer = within(await screen.findByRole('form', { name: '答复' }));
  const box = answer.getByRole<HTMLTextAreaElement>('textbox', { name: /答复/ });
  await user.type(box, '/');
  await user.click(await screen.findByTitle('转所办理'));
  await waitFor(() => expect(box.value).toBe('请提交“执业机构变更”工单。'));
  await user.type(box, '{Enter}');
  await waitFor(() =>
    expect(server.bodies(sending)).toMatchObject([{ kind: 'text', text: '请提交“执业机构变更”工单。' }]),
  );
  await waitFor(() => expect(box.value).toBe(''));
  expect(await within(await thread()).findByText('已送达')).toBeTruthy();
  await waitFor(() => expect(socket()).toBeDefined());
  act(() => {
    socket()?.welcome();
    socket()?.say({ t: 'msg', c: 7, m: message(3, { text: '好的，谢谢' }) });
  });
  expect(await within(await thread()).findByText('好的，谢谢')).toBeTruthy();
});

test('it is handed over to a role with a word, is still answered until somebody accepts, and may be taken back', async () => {
  const [offering, withdrawing] = ['POST /staff/chat/7/offer', 'DELETE /staff/chat/7/offer'] as const;
  const offer = { by: '陆明章', to: '客服（任一人）', isToMe: false, word: '问年度考核' };
  server.on(offering, () => {
    const offered: ChatDetail = { ...OWN, offer, can: { ...OWN.can, withdraw: true } };
    return has(offered, { own: [offered] });
  });
  server.on(withdrawing, talking);
  talking();
  const { user } = openApp('/chat?id=7');
  await user.click(within(await thread()).getByRole('button', { name: '更多' }));
  await user.click(await screen.findByRole('menuitem', { name: '转接…' }));
  await user.click(await screen.findByRole('combobox', { name: '转接给' }));
  await user.click(await screen.findByTitle('客服（任一人，1人在岗）'));
  // Nobody of it is there.
  expect(screen.queryByTitle(/管理员/)).toBeNull();
  await user.type(screen.getByRole('textbox', { name: /附言/ }), '问年度考核');
  await user.click(screen.getByRole('button', { name: /转\s*接$/ }));
  await waitFor(() => expect(server.bodies(offering)).toEqual([{ kind: 'role', role: 'service', word: '问年度考核' }]));
  expect(await screen.findByText('等待客服（任一人）接受转接')).toBeTruthy();
  expect(screen.getByRole('form', { name: '答复' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '取消转接' }));
  await waitFor(() => expect(screen.queryByText('等待客服（任一人）接受转接')).toBeNull());
});

test('what a colleague offers is accepted, or not', async () => {
  const offer = { by: '苏念真', to: '陆明章', isToMe: true, word: '问年度考核' };
  const offered: ChatDetail = {
    ...OWN,
    isMine: false,
    assigneeName: '苏念真',
    offer,
    can: { ...NOTHING_ALLOWED, accept: true, refuse: true },
  };
  has(offered, { offered: [offered] });
  server.on('POST /staff/chat/7/acceptance', talking);
  const { user } = openApp('/chat');
  const mine = within(await screen.findByRole('region', { name: '转接给我' }));
  await user.click(mine.getByRole('button', { name: /林知远/ }));
  expect(await screen.findByText('苏念真请您接待：问年度考核')).toBeTruthy();
  expect(screen.getByRole('button', { name: '不接受' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '接受转接' }));
  expect(await screen.findByRole('form', { name: '答复' })).toBeTruthy();
});

test('a note leaves by a path of its own, and the member is asked to confirm what is registered', async () => {
  const [noting, asking] = ['POST /staff/chat/7/notes', 'POST /staff/chat/7/facts'] as const;
  const note = { id: 1, by: '陆明章', at: AT, body: '已电话核实' };
  server.on(noting, () => has({ ...OWN, notes: [note] }, { own: [OWN] }));
  server.on(asking, () => reply(null));
  said.push(
    message(2, {
      kind: 'event',
      by: 'staff',
      byName: '陆明章',
      event: 'facts_asked',
      facts: [{ field: 'firm', label: '执业机构', value: '江海望潮律师事务所' }],
    }),
    message(3, {
      kind: 'event',
      event: 'facts_wrong',
      about: 2,
      facts: [{ field: 'firm', label: '执业机构', value: '江海望潮律师事务所' }],
    }),
  );
  talking();
  const { user } = openApp('/chat?id=7');
  const notes = within(await screen.findByRole('form', { name: '内部备注' }));
  await user.type(notes.getByRole('textbox'), note.body);
  await user.click(notes.getByRole('button', { name: '写入备注' }));
  await waitFor(() => expect(server.bodies(noting)).toEqual([{ body: note.body }]));
  expect(await screen.findByText(note.body)).toBeTruthy();
  expect(within(await thread()).getByText(/会员表示执业机构有误/)).toBeTruthy();
  await user.click(within(await thread()).getByRole('button', { name: '更多' }));
  await user.click(await screen.findByRole('menuitem', { name: '与会员核对登记信息…' }));
  await user.click(await screen.findByRole('checkbox', { name: '执业机构' }));
  await user.click(screen.getByRole('button', { name: '发送核对' }));
  await waitFor(() => expect(server.bodies(asking)).toEqual([{ fields: ['name', 'licenceNo', 'firm'] }]));
});

test('what went to a colleague is asked of no more; the next talk beside it is', async () => {
  const next: ChatDetail = { ...OWN, id: 8, memberName: '沈若溪' };
  server.on('GET /staff/chat/8', () => reply(next));
  server.on('GET /staff/chat/8/messages', () => reply({ items: [], end: true }));
  talking();
  openApp('/chat?id=7');
  await thread();
  await waitFor(() => expect(socket()).toBeDefined());
  act(() => socket()?.welcome());
  expect(socket()?.sent.at(-1)).toMatchObject({ t: 'hello', have: { 7: expect.any(Number) } });
  has({ ...OWN, isMine: false, assigneeName: '苏念真', can: NOTHING_ALLOWED }, { own: [next] });
  server.on('GET /staff/chat/7', () => refuse(404, 'not_found', '没有找到您要的内容'));
  server.on('GET /staff/chat/7/messages', () => refuse(404, 'not_found', '没有找到您要的内容'));
  act(() => socket()?.say({ t: 'desk' }));
  await waitFor(() => expect(socket()?.sent.at(-1)).toEqual({ t: 'have', have: { 8: 0 } }));
  // Nothing of it stays where one could write into it.
  expect(await screen.findByText('与林知远的对话已由其他同事接待。')).toBeTruthy();
  expect(screen.queryByRole('form', { name: '答复' })).toBeNull();
});
