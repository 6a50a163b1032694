import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { TicketDetail } from '../../../bff/contract/tickets/endpoints.ts';
import { refuse, reply, type FakeServer } from '../../test/fake-server.ts';
import { inParts } from '../../test/in-parts.ts';
import { openApp } from '../../test/open-app.tsx';
import { ROW, TICKET, startTicketServer } from '../../test/ticket-samples.ts';
import { sessionOf } from '../../test/samples.ts';

let server: FakeServer;
beforeEach(() => {
  server = startTicketServer();
});
const { can, messages } = TICKET;

test('the queue says how much office time is left, and whose ticket it is', async () => {
  openApp('/tickets');
  expect(await screen.findByText('逾期 1小时15分')).toBeTruthy();
  expect(screen.getByText('未分配')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'G2611290004' }).getAttribute('href')).toContain('/tickets/4');
});

test('both clocks are shown in office time, and what was due before they were reckoned again', async () => {
  openApp('/tickets/4');
  const clocks = within(await screen.findByRole('region', { name: '时限（办公时间）' }));
  expect(clocks.getByText('逾期 1小时15分')).toBeTruthy();
  // Less than a quarter of eight hours is left.
  expect(clocks.getByText('剩余 1小时20分')).toBeTruthy();
  const changes = within(clocks.getByRole('list', { name: '时限的变更' }));
  expect(changes.getByText(/办公时间、节假日变更/).textContent).toBe(
    '2026-11-27 13:00 办公时间、节假日变更；办结 2026-11-30 14:00 → 2026-12-01 10:00',
  );
});

test('what a ticket is about is a link to its page, for whoever may open it', async () => {
  const ties: TicketDetail['ties'] = [
    { kind: 'application', key: '5', name: '2611290001', id: 5 },
    { kind: 'activity', key: '8', name: '涉外法律服务沙龙', id: 8 },
    { kind: 'section', key: 'education', name: '教育经历', id: null },
  ];
  server.on('GET /staff/session', () => reply(sessionOf('reviewer', 'events')));
  server.on('GET /staff/tickets/4', () => reply({ ...TICKET, ties }));
  openApp('/tickets/4');
  const link = await screen.findByRole('link', { name: '2611290001' });
  expect(link.getAttribute('href')).toContain('/applications/5');
  expect(screen.getByRole('link', { name: '涉外法律服务沙龙' }).getAttribute('href')).toContain('/activities/8');
  // Nothing is there to open yet.
  expect(screen.queryByRole('link', { name: '教育经历' })).toBeNull();
});

test('a text that nobody has cleared stands marked, the others do not', async () => {
  const [first] = messages;
  const doubtful = { ...first!, id: 12, body: '请加微信领取', doubt: 'doubtful' as const };
  server.on('GET /staff/tickets/4', () => reply({ ...TICKET, messages: [first!, doubtful] }));
  openApp('/tickets/4');
  const mark = await screen.findByText('微信内容检查：需人工判断');
  expect(mark.closest('li')?.textContent).toContain('请加微信领取');
  expect(screen.getAllByText(/微信内容检查/)).toHaveLength(1);
});

test('an answer and a note leave by paths of their own', async () => {
  const [answers, notes] = ['POST /staff/tickets/4/answers', 'POST /staff/tickets/4/notes'] as const;
  server.on(answers, () => reply({ ...TICKET, state: 'asked', version: 2 }));
  server.on(notes, () => reply({ items: [] }));
  const { user } = openApp('/tickets/4');
  expect(await screen.findByText('已电话核实')).toBeTruthy();
  expect(screen.getByRole('link', { name: /截图.png/ }).getAttribute('href')).toBe(
    '/api/staff/ticket-messages/9/attachments/token-of-the-file',
  );
  const note = within(screen.getByRole('form', { name: '内部备注' }));
  await user.type(note.getByRole('textbox'), '对方下午来取');
  await user.click(note.getByRole('button', { name: '写入备注' }));
  await waitFor(() => expect(server.bodies(notes)).toEqual([{ body: '对方下午来取' }]));
  const answer = within(screen.getByRole('form', { name: '答复' }));
  await user.type(answer.getByRole('textbox'), '请告知申请编号');
  await user.click(answer.getByRole('button', { name: '请补充材料' }));
  await waitFor(() => expect(server.bodies(answers)).toEqual([{ version: 1, body: '请告知申请编号', next: 'asked' }]));
});

test('what a colleague has said meanwhile is told before the answer leaves, and nothing typed is lost', async () => {
  const answers = 'POST /staff/tickets/4/answers';
  server.on(answers, () => {
    // What was said meanwhile has made it another version.
    server.on('GET /staff/tickets/4', () => reply({ ...TICKET, version: 2 }));
    return refuse(409, 'changed_meanwhile', '该工单刚有新的内容，请看过后再提交');
  });
  const { user } = openApp('/tickets/4');
  const answer = within(await screen.findByRole('form', { name: '答复' }));
  await user.type(answer.getByRole('textbox'), '已寄出');
  await user.click(answer.getByRole('button', { name: '答复并解决' }));
  expect(await screen.findByText('该工单刚有新的内容，请看过后再提交')).toBeTruthy();
  expect(answer.getByRole<HTMLTextAreaElement>('textbox').value).toBe('已寄出');
  server.on(answers, () => reply({ ...TICKET, version: 3 }));
  await user.click(answer.getByRole('button', { name: '答复并解决' }));
  await waitFor(() => expect(server.bodies(answers).at(-1)).toEqual({ version: 2, body: '已寄出', next: 'solved' }));
  await waitFor(() => expect(answer.getByRole<HTMLTextAreaElement>('textbox').value).toBe(''));
});

test('who takes a ticket over amid the answer goes on with it', async () => {
  const taken: TicketDetail = { ...TICKET, version: 2, can: { ...can, take: false } };
  server.on('POST /staff/tickets/4/taking', () => {
    server.on('GET /staff/tickets/4', () => reply(taken));
    return reply(taken);
  });
  const { user } = openApp('/tickets/4');
  const answer = within(await screen.findByRole('form', { name: '答复' }));
  await user.type(answer.getByRole('textbox'), '已寄出');
  await user.click(screen.getByRole('button', { name: '由我处理' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: '由我处理' })).toBeNull());
  expect(screen.getByRole('form', { name: '答复' }).querySelector('textarea')?.value).toBe('已寄出');
});

test('a colleague merges what a member asked twice, and makes one message a ticket of its own', async () => {
  const [first] = messages;
  const more = { ...first!, id: 10, body: '另外想问工本费', attachments: [] };
  const asked: TicketDetail = { ...TICKET, messages: [first!, { ...more, id: 11, from: 'G2611290007' }, more] };
  const other = { ...ROW, id: 7, number: 'G2611290007', title: '快递查不到' };
  const { id, number, title, category, state, openedAt } = other;
  server.on('GET /staff/tickets/4', () => reply(asked));
  server.on('GET /staff/tickets/4/mergeable', () =>
    reply({ items: [{ id, number, title, category, state, openedAt, version: 3 }] }),
  );
  const [merging, splitting] = ['POST /staff/tickets/4/merge', 'POST /staff/ticket-messages/10/split'] as const;
  server.on(merging, () => reply(asked));
  server.on(splitting, () => reply({ id: 12, number: 'G2611290012' }));
  const { user } = openApp('/tickets/4');
  expect(await screen.findByText('来自G2611290007')).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: '合并' }));
  expect(await screen.findByText('G2611290007并入本工单G2611290004，往来按时间排在一起')).toBeTruthy();
  await user.click(screen.getAllByRole('button', { name: '合并' }).at(-1)!);
  await waitFor(() => expect(server.bodies(merging)).toEqual([{ version: 1, otherId: 7, otherVersion: 3 }]));
  // What was merged into the ticket is separated by undoing, not split.
  const splits = screen.getAllByRole('button', { name: '拆分' });
  expect(splits).toHaveLength(2);
  await user.click(splits[1]!);
  const form = within(screen.getByRole('form', { name: '拆分为新工单' }));
  await user.type(form.getByRole('textbox'), '工本费');
  await user.click(form.getByRole('button', { name: '拆分' }));
  await waitFor(() =>
    expect(server.bodies(splitting)).toEqual([{ version: 1, title: '工本费', category: 'certificate' }]),
  );
});

test('a merge is undone with one click', async () => {
  const undoing = 'DELETE /staff/tickets/4/merge';
  server.on(undoing, () => reply(null));
  const can_ = { ...can, take: false, answer: false, move: false, merge: false, unmerge: true, split: false };
  server.on('GET /staff/tickets/4', () =>
    reply({ ...TICKET, state: 'merged', mergedInto: { id: 2, number: 'G2611290002' }, can: can_ }),
  );
  const { user } = openApp('/tickets/4');
  await user.click(await screen.findByRole('button', { name: '撤销合并' }));
  await waitFor(() => expect(server.bodies(undoing)).toHaveLength(1));
});

test('a slash in an empty answer offers the text blocks, and the chosen one says what comes next', async () => {
  const { user } = openApp('/tickets/4');
  const answer = within(await screen.findByRole('form', { name: '答复' }));
  await screen.findByRole('combobox', { name: '文本块' });
  const box = answer.getByRole<HTMLTextAreaElement>('textbox');
  await user.type(box, '/');
  await user.click(await screen.findByTitle('请补充执业证'));
  expect(box.value).toBe('请上传执业证首页。');
  expect(answer.getByRole('button', { name: '请补充材料' }).className).toContain('primary');
});

test('a colleague at the ticket is named; what is said while one writes has to be seen before the answer leaves', async () => {
  server.on('PUT /staff/tickets/4/presence', () =>
    reply({ others: [{ name: '温书宁', isWriting: true }], version: 1 }),
  );
  const { user } = openApp('/tickets/4');
  expect(await screen.findByText('温书宁正在写答复')).toBeTruthy();
  server.on('GET /staff/tickets/4', () =>
    reply({
      ...TICKET,
      version: 2,
      messages: [...messages, { ...messages[0]!, id: 10, isMembers: false, body: '已寄出' }],
    }),
  );
  server.on('PUT /staff/tickets/4/presence', () => reply({ others: [], version: 2 }));
  const answer = within(screen.getByRole('form', { name: '答复' }));
  // Writing is announced, and brings what has been said.
  await user.type(answer.getByRole('textbox'), '请稍候');
  const read = await screen.findByRole('button', { name: '已看过' });
  expect(screen.getByText('已寄出')).toBeTruthy();
  const send = answer.getByRole<HTMLButtonElement>('button', { name: '答复并解决' });
  expect(send.disabled).toBe(true);
  expect(answer.getByRole<HTMLTextAreaElement>('textbox').value).toContain('请稍候');
  await user.click(read);
  expect(send.disabled).toBe(false);
});

test('taking a ticket is one key', async () => {
  server.on('POST /staff/tickets/4/taking', () => reply({ ...TICKET, version: 2 }));
  const { user } = openApp('/tickets/4');
  await screen.findByRole('button', { name: '由我处理' });
  await user.keyboard('t');
  await waitFor(() => expect(server.bodies('POST /staff/tickets/4/taking')).toEqual([{ version: 1 }]));
});

test('a text block is kept with its placeholders; what the server refuses is said, and nothing typed is lost', async () => {
  const [list, adding] = ['GET /staff/ticket-text-blocks', 'POST /staff/ticket-text-blocks'] as const;
  server.on(list, () => reply({ items: [] }));
  server.on(adding, () => refuse(422, 'invalid_fields', '请检查', { body: '没有“{{x}}”这个占位符' }));
  const entry = { category: 'account', keywords: '', audience: 'everybody', answer: '请重设。' };
  server.on('GET /faq', () => reply({ items: [{ ...entry, id: 3, question: '忘记密码怎么办？' }] }));
  const { user } = openApp('/ticket-text-blocks');
  await user.click(await screen.findByRole('button', { name: '新增文本块' }));
  const form = within(screen.getByRole('form', { name: '新增文本块' }));
  await user.type(form.getByRole('textbox', { name: '名称' }), '办公时间');
  await user.click(form.getByRole('button', { name: '办公时间' }));
  await user.click(form.getByRole('combobox', { name: '插入常见问题' }));
  await user.click(await screen.findByText('忘记密码怎么办？'));
  await user.click(form.getByRole('button', { name: '保存' }));
  expect(await form.findByText(/没有“{{x}}”这个占位符/)).toBeTruthy();
  const words = { title: '办公时间', body: '{{office.hours}}{{faq:3}}', next: null };
  expect(server.bodies(adding)).toEqual([words]);
  const kept = { ...words, id: 1, version: 1, updatedAt: '2026-11-27T02:00:00.000Z', updatedBy: '温书宁' };
  server.on(adding, () => reply({ items: [kept] }));
  server.on(list, () => reply({ items: [kept] }));
  await user.click(form.getByRole('button', { name: '保存' }));
  expect(await screen.findByText('{{office.hours}}{{faq:3}}')).toBeTruthy();
});

test('an identity number in a message stands masked, and is shown whole for a reason', async () => {
  const [first] = TICKET.messages;
  const message = { ...first!, body: '应为110***********002X', numbers: [{ id: 7, masked: '110***********002X' }] };
  server.on('GET /staff/tickets/4', () => reply({ ...TICKET, messages: [message] }));
  server.on('POST /staff/ticket-numbers/7/identity', () => reply({ identityNumber: '11010519491231002X' }));
  const { user } = openApp('/tickets/4');
  await user.click(await screen.findByRole('button', { name: '查看完整号码' }));
  await user.type(screen.getByLabelText(/查看事由/), '核对换证材料{Enter}');
  expect(await screen.findByText(inParts('11010519491231002X'))).toBeTruthy();
  expect(server.bodies('POST /staff/ticket-numbers/7/identity')).toEqual([{ reason: '核对换证材料' }]);
});

test('an answered ticket becomes an entry of 常见问题 that nobody reads before a second look', async () => {
  const [first] = TICKET.messages;
  const answer = { ...first!, id: 10, by: '苏念真', isMembers: false, body: '审核通过后五个工作日内可以领取。' };
  const can = { ...TICKET.can, take: false, answer: false, move: false };
  server.on('GET /staff/session', () => reply(sessionOf('service')));
  server.on('GET /staff/tickets/4', () => reply({ ...TICKET, state: 'solved', messages: [first!, answer], can }));
  server.on('GET /staff/faq', () => reply({ items: [] }));
  server.on('POST /staff/faq', () => refuse(422, 'invalid_fields', '请检查', {}));
  const { user } = openApp('/tickets/4');
  await user.click(await screen.findByRole('link', { name: '转成常见问题' }));
  expect(await screen.findByText(/请删去姓名、律所、证号/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /保\s?存/ }));
  await waitFor(() =>
    expect(server.bodies('POST /staff/faq')).toMatchObject([
      { question: TICKET.title, answer: expect.stringContaining(answer.body), isPublished: false },
    ]),
  );
});
