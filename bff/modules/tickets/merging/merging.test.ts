import { afterEach, beforeAll, expect, test } from '@jest/globals';
import '../../../models.ts';
import type { MemberActor } from '../../../actor.ts';
import { DAY_MS } from '../../../contract/dates.ts';
import { ticketDeskEndpoints as desk } from '../../../contract/ticket-desk/endpoints.ts';
import { notificationEndpoints } from '../../../contract/notifications/endpoints.ts';
import { ticketEndpoints as tickets } from '../../../contract/tickets/endpoints.ts';
import type { OwnTicket, TicketDetail } from '../../../contract/tickets/replies.ts';
import { advanceClock, freezeClock, releaseClock } from '../../../platform/clock/clock.ts';
import { memberToken, useApi } from '../../../test/api.ts';
import { useDatabase } from '../../../test/database.ts';
import { newKey } from '../../../test/factories/certificate.ts';
import { makeCorrection } from '../../../test/factories/correction.ts';
import { makeFirm, makeLawyer, memberActor, staffActor } from '../../../test/factories/registry.ts';
import { makeTicket } from '../../../test/factories/ticket.ts';
import { PNG } from '../../../test/files.ts';
import { staffToken } from '../../../test/trouble/trouble.ts';
import { uploadFile } from '../../files/upload-file.ts';
import { installShippedHolidays } from '../../office-hours/install-years.ts';
import { Message } from '../../outbox/model.ts';
import { answerTicket } from '../desk/answer-ticket.ts';
import { decideFieldChange } from '../field-changes/decide-field-change.ts';
import { Ticket, TicketMessage } from '../model.ts';

useDatabase();
const api = useApi();
let firmId: number;
let actor: MemberActor;
beforeAll(async () => {
  await installShippedHolidays();
  firmId = (await makeFirm()).id;
  actor = await memberActor({ firmId });
});
afterEach(releaseClock);

const shanghai = (time: string) => freezeClock(`${time.replace(' ', 'T')}:00+08:00`);
const row = (id: number) => Ticket.findByPk(id, { rejectOnEmpty: true });
const reviewer = () => staffToken('reviewer');
const seen = async (id: number) =>
  (await api.call(tickets.showTicket, { as: await reviewer(), params: { id } })).json as unknown as TicketDetail;
const own = async (id: number) =>
  (await api.call(tickets.showOwnTicket, { as: await memberToken({ firmId }), params: { id } }))
    .json as unknown as OwnTicket;
async function merge(one: number, other: number, as?: string) {
  const [{ version }, { version: otherVersion }] = [await row(one), await row(other)];
  const body = { version, otherId: other, otherVersion };
  return api.call(desk.mergeTickets, { as: as ?? (await reviewer()), params: { id: one }, body });
}
const unmerge = async (id: number) => api.call(desk.unmergeTicket, { as: await reviewer(), params: { id } });
async function proven(name: string, body: string): Promise<Ticket> {
  const { token } = await uploadFile({ actor, name, bytes: PNG });
  return makeTicket(actor, { body, attachments: [token] });
}
const add = async (id: number, body: string) =>
  api.call(tickets.addToTicket, {
    as: await memberToken({ firmId }),
    params: { id },
    body: { body, idempotencyKey: newKey() },
  });
const said = ({ messages }: OwnTicket | TicketDetail) =>
  messages.map(({ body, from, attachments }) => [body, from, attachments.map(({ name }) => name).join()]);
async function answer(id: number, next: 'working' | 'asked' | 'solved', body: string) {
  const { version } = await row(id);
  await answerTicket({ actor: staffActor('reviewer'), id, input: { version, next, body } });
}

test('two tickets of one member are merged into the earlier one, and undone the next day with nothing lost', async () => {
  shanghai('2026-11-30 09:00');
  const early = await proven('回执.png', '上周申请的纸质证明何时寄出？');
  advanceClock(60_000);
  const late = await proven('截图.png', '补充：快递单号查不到物流记录。');
  await add(early.id, '已经等了一周，请尽快处理。');
  await answer(late.id, 'asked', '请告知申请编号。');
  await answer(early.id, 'working', '正在查询，稍后答复。');
  const before = [await seen(early.id), await seen(late.id)];

  // The later one goes into the earlier one, whichever is named first.
  const merged = await merge(late.id, early.id);
  expect([merged.status, merged.json['id']]).toEqual([200, early.id]);
  const thread = [
    ['上周申请的纸质证明何时寄出？', null, '回执.png'],
    ['补充：快递单号查不到物流记录。', late.number, '截图.png'],
    ['已经等了一周，请尽快处理。', null, ''],
    ['请告知申请编号。', late.number, ''],
    ['正在查询，稍后答复。', null, ''],
  ];
  expect(said(await own(early.id))).toEqual(thread);
  expect(said(await seen(early.id))).toEqual(thread);
  expect(await own(late.id)).toMatchObject({
    state: 'merged',
    promise: '',
    mergedInto: { id: early.id, number: early.number },
    can: { add: false, cancel: false },
  });
  const [{ id: message, attachments }] = (await own(late.id)).messages as [OwnTicket['messages'][number]];
  const file = { params: { id: message, file: attachments[0]!.id } };
  expect((await api.call(tickets.showTicketFile, { as: await reviewer(), ...file })).status).toBe(200);

  // Whoever still has the page of the later one open is heard where the answer is given.
  const reply = await add(late.id, '申请编号 2611220041');
  expect([reply.status, reply.json['id']]).toEqual([200, early.id]);
  expect(said(await seen(early.id)).at(-1)).toEqual(['申请编号 2611220041', null, '']);

  shanghai('2026-12-01 09:00');
  expect((await unmerge(late.id)).status).toBe(200);
  const [earlyNow, lateNow] = [await seen(early.id), await seen(late.id)];
  expect(said(lateNow)).toEqual(said(before[1]!));
  expect(said(earlyNow)).toEqual([...said(before[0]!), ['申请编号 2611220041', null, '']]);
  for (const [index, now] of [earlyNow, lateNow].entries()) {
    const { state, dueAt, assigneeName, mergedInto } = before[index]!;
    expect(now).toMatchObject({ state, dueAt, assigneeName, mergedInto });
  }
  expect((await unmerge(late.id)).json.error?.message).toBe('该工单没有合并');
});

test('both clocks go to the earlier due, and what waits for the member does not hold up what does not', async () => {
  shanghai('2026-12-07 09:00');
  const early = await makeTicket(actor);
  shanghai('2026-12-07 10:00');
  const late = await makeTicket(actor);
  await answer(early.id, 'asked', '请补充申请编号。');
  const due = async ({ id }: Ticket) => {
    const { state, firstDueAt, doneDueAt, doneLeft, queueDueAt } = await row(id);
    return { state, firstDueAt, doneDueAt, doneLeft, queueDueAt };
  };
  const [earlyBefore, lateBefore] = [await due(early), await due(late)];
  expect((await merge(early.id, late.id)).status).toBe(200);
  const { firstDueAt, queueDueAt } = lateBefore;
  // 420 minutes are left of the earlier one, 480 of the later one.
  const doneDueAt = Date.parse('2026-12-08T10:00:00+08:00');
  expect(await due(early)).toEqual({ state: 'working', firstDueAt, doneDueAt, doneLeft: null, queueDueAt });
  expect((await unmerge(late.id)).status).toBe(200);
  expect([await due(early), await due(late)]).toEqual([earlyBefore, lateBefore]);
});

test('tickets of two members are never merged, nor those of two queues, nor what has changed meanwhile', async () => {
  const mine = await makeTicket(actor);
  const lawyer = await makeLawyer({ firmId });
  const strangers = [
    await makeTicket(await memberActor({ firmId: (await makeFirm()).id })),
    // A lawyer of the firm is another member than the firm, whose ids may be alike.
    await makeTicket(await memberActor({ lawyerId: lawyer.id })),
  ];
  const as = await staffToken('administrator');
  for (const { id } of strangers) {
    const refused = await merge(mine.id, id, as);
    expect([refused.status, refused.json.error?.fields]).toEqual([422, { otherId: '只能合并同一会员提交的工单' }]);
  }
  const unproven = await makeTicket(actor);
  await unproven.update({ isUnverified: true });
  expect((await merge(mine.id, unproven.id, as)).json.error?.fields).toEqual({
    otherId: '登录前的求助没有核实身份，不能与会员登录后提交的工单合并',
  });
  const elsewhere = await makeTicket(actor, { category: 'complaint' });
  expect((await merge(mine.id, elsewhere.id, as)).json.error?.fields).toEqual({
    otherId: '两份工单属于不同岗位，请先改分类再合并',
  });
  expect((await merge(mine.id, mine.id, as)).json.error?.fields).toEqual({ otherId: '请选择另一份工单' });
  const offered = await api.call(desk.listMergeableTickets, { as, params: { id: mine.id } });
  const ids = (offered.json['items'] as { id: number }[]).map(({ id }) => id);
  for (const { id } of [...strangers, unproven, elsewhere, mine]) expect(ids).not.toContain(id);
  const body = { version: mine.version, otherId: (await makeTicket(actor)).id, otherVersion: 7 };
  expect((await api.call(desk.mergeTickets, { as, params: { id: mine.id }, body })).json.error?.code).toBe(
    'changed_meanwhile',
  );
  for (const { id } of [mine, ...strangers]) expect((await row(id)).mergedInto).toBeNull();
});

test('what was merged into the later one goes along, and comes back with it; after thirty days nothing is undone', async () => {
  shanghai('2026-11-30 09:00');
  const [first, second, third] = [await makeTicket(actor), await makeTicket(actor), await makeTicket(actor)];
  expect((await merge(second.id, third.id)).status).toBe(200);
  expect((await merge(first.id, second.id)).status).toBe(200);
  expect((await seen(first.id)).messages.map(({ from }) => from)).toEqual([null, second.number, third.number]);
  expect((await unmerge(second.id)).status).toBe(200);
  expect((await seen(first.id)).messages).toHaveLength(1);
  expect((await seen(second.id)).messages.map(({ from }) => from)).toEqual([null, third.number]);
  advanceClock(30 * DAY_MS);
  const late = await unmerge(third.id);
  expect([late.status, late.json.error?.message]).toEqual([409, '合并已超过30天，不能撤销；可以把留言拆分为新工单']);
});

test('a message becomes a ticket of its own with its files, due from when it was written', async () => {
  shanghai('2026-12-07 09:00');
  const ticket = await makeTicket(actor);
  advanceClock(30 * 60_000);
  const { token } = await uploadFile({ actor, name: '付款截图.png', bytes: PNG });
  const body = { body: '另外，上周的工本费付了两次，请退一笔。', attachments: [token], idempotencyKey: newKey() };
  await api.call(tickets.addToTicket, { as: await memberToken({ firmId }), params: { id: ticket.id }, body });
  advanceClock(30 * 60_000);
  const split = async (id: number) => {
    const { version } = await row(ticket.id);
    const input = { version, title: '工本费重复支付', category: 'payment' };
    return api.call(desk.splitTicket, { as: await reviewer(), params: { id }, body: input });
  };
  const [question, extra] = await TicketMessage.findAll({ where: { ticketId: ticket.id }, order: ['id'] });
  const made = await split(extra!.id);
  expect(made.status).toBe(200);
  const id = made.json['id'] as number;
  expect(await own(id)).toMatchObject({
    number: made.json['number'],
    category: 'payment',
    state: 'waiting',
    messages: [{ body: '另外，上周的工本费付了两次，请退一笔。', attachments: [{ name: '付款截图.png' }] }],
  });
  // Four hours from half past nine: two of the morning, two of the afternoon.
  expect((await row(id)).firstDueAt).toBe(Date.parse('2026-12-07T15:30:00+08:00'));
  expect((await own(ticket.id)).messages).toHaveLength(1);
  expect((await split(question!.id)).json.error?.message).toBe('会员在该工单中只有这一条留言，不需要拆分；可以改分类');
  await answer(ticket.id, 'working', '收到。');
  const ours = await TicketMessage.findOne({ where: { ticketId: ticket.id, byKind: 'staff' }, rejectOnEmpty: true });
  expect((await split(ours.id)).json.error?.message).toBe('只能拆分会员的留言');
});

test('what the registry was changed on stays in its ticket; what is said later may be split', async () => {
  const { ticketId: id } = await makeCorrection(actor);
  await add(id, '许可证副本已换发，见前。');
  const { version } = await row(id);
  const decision = { verdict: 'settle', version, body: '已按许可证更正。' } as const;
  await decideFieldChange({ actor: staffActor('registrar'), id, decision });
  await add(id, '另外请告知年度考核何时开始。');
  const [, ground, later] = await TicketMessage.findAll({ where: { ticketId: id, byKind: 'member' }, order: ['id'] });
  const split = async (message: TicketMessage) => {
    const body = { version: (await row(id)).version, title: '年度考核何时开始', category: 'other' };
    return api.call(desk.splitTicket, { as: await staffToken('registrar'), params: { id: message.id }, body });
  };
  expect((await split(ground!)).json.error?.message).toMatch(/^该留言是登记变更的依据/);
  expect((await split(later!)).status).toBe(200);
});

test('internal notes stay with the staff, whatever is merged, split or undone', async () => {
  const CANARY = '内部备注金丝雀八八一二';
  const [first, second] = [await makeTicket(actor), await makeTicket(actor)];
  for (const { id } of [first, second]) {
    const body = { body: CANARY };
    await api.call(tickets.writeTicketNote, { as: await reviewer(), params: { id }, body });
  }
  await add(second.id, '另外想问一下工本费的事情。');
  const member = await memberToken({ firmId });
  const reads = async () => {
    const answers = await Promise.all([
      api.call(tickets.showOwnTicket, { as: member, params: { id: first.id } }),
      api.call(tickets.showOwnTicket, { as: member, params: { id: second.id } }),
      api.call(tickets.listOwnTickets, { as: member }),
      api.call(notificationEndpoints.listInbox, { as: member }),
    ]);
    const words = [...answers.map(({ json }) => json), await Message.findAll(), await TicketMessage.findAll()];
    expect(JSON.stringify(words)).not.toContain(CANARY);
  };
  expect((await merge(first.id, second.id)).status).toBe(200);
  await reads();
  // The staff read those of both.
  const notes = await api.call(tickets.showTicketNotes, { as: await reviewer(), params: { id: first.id } });
  expect((notes.json['items'] as { body: string }[]).map(({ body }) => body)).toEqual([CANARY, CANARY]);
  await answer(first.id, 'working', '已合并处理，请在这里补充。');
  await reads();
  expect((await unmerge(second.id)).status).toBe(200);
  await reads();
  const extra = (await TicketMessage.findAll({ where: { ticketId: second.id }, order: ['id'] })).at(-1)!;
  const { version } = await row(second.id);
  const body = { version, title: '工本费', category: 'payment' };
  expect((await api.call(desk.splitTicket, { as: await reviewer(), params: { id: extra.id }, body })).status).toBe(200);
  await reads();
});
