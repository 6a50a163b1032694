import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { FieldChangeReply } from '../../../../bff/contract/field-changes/endpoints.ts';
import type { TicketDetail } from '../../../../bff/contract/tickets/endpoints.ts';
import { refuse, reply, startFakeServer, type FakeServer } from '../../../test/fake-server.ts';
import { openApp } from '../../../test/open-app.tsx';
import { sessionOf } from '../../../test/samples.ts';

const AT = '2026-11-27T02:00:00.000Z';
const FILE = {
  id: 'token-of-the-file',
  name: '执业证.png',
  kind: 'png' as const,
  size: 20_480,
  state: 'ready' as const,
  isIdentity: false,
};
const TICKET: TicketDetail = {
  id: 4,
  number: 'G2611290004',
  category: 'registry',
  title: '更正办公地址',
  state: 'waiting',
  openedAt: AT,
  lastMessageAt: AT,
  askerKind: 'firm',
  askerId: 3,
  askerName: '江海鼎禾律师事务所',
  assigneeName: '',
  isMine: false,
  isUnverified: false,
  about: null,
  ties: [],
  mergedInto: null,
  isSoon: false,
  dueAt: null,
  leftMinutes: null,
  isExpected: false,
  messages: [
    {
      id: 9,
      by: '江海鼎禾律师事务所',
      isMembers: true,
      from: null,
      at: AT,
      body: '已迁址，请更正',
      attachments: [FILE],
      numbers: [],
      doubt: null,
    },
  ],
  timeline: [],
  can: { take: true, answer: true, solve: false, move: true, merge: false, unmerge: false, split: false },
  version: 3,
};
const CHANGE: NonNullable<FieldChangeReply['change']> = {
  label: '办公地址',
  subjectKind: 'firm',
  subjectId: 3,
  subjectName: '江海鼎禾律师事务所',
  subjectLicenceNo: '24499201110000002',
  subjectVersion: 7,
  isClaim: false,
  present: '书院街8号',
  wanted: '新岸路1号',
  now: '书院街8号',
  hasChanged: false,
  state: 'open',
  input: 'line',
  proof: null,
  takesTwo: false,
  proofs: [{ messageId: 9, file: FILE }],
  proposal: null,
  can: { adopt: true, decide: true },
};
let server: FakeServer;
const shows = (more: Partial<typeof CHANGE> = {}) =>
  server.on('GET /staff/tickets/4/field-change', () => reply({ change: { ...CHANGE, ...more } }));
beforeEach(() => {
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('registrar')),
    'GET /staff/tickets/4': () => reply(TICKET),
    'GET /staff/tickets/4/notes': () => reply({ items: [] }),
    'GET /staff/tickets/4/field-change/effects': () =>
      reply({
        letters: { count: 7, isMore: false, latest: [{ number: '2611290001', holder: '江海鼎禾律师事务所' }] },
        reviews: 2,
        orders: 0,
      }),
  });
  shows();
});
const DECISION = 'POST /staff/tickets/4/field-change/decision';

test('what stood, what is asked for and the proof stand beside each other; adopting sends what was seen', async () => {
  server.on(DECISION, () => reply({ change: { ...CHANGE, state: 'adopted' } }));
  const { user } = openApp('/tickets/4');
  const change = within(await screen.findByRole('region', { name: /更正登记：办公地址/ }));
  expect(change.getByText('新岸路1号')).toBeTruthy();
  expect(change.getByRole('link', { name: /执业证.png/ }).getAttribute('href')).toBe(
    '/api/staff/ticket-messages/9/attachments/token-of-the-file',
  );
  expect(await change.findByText(/有效证明7份：2611290001（江海鼎禾律师事务所）等/)).toBeTruthy();
  await user.click(change.getByRole('button', { name: '采纳并更正' }));
  expect(server.bodies(DECISION)).toEqual([]);
  await user.click(change.getByRole('button', { name: '确认采纳并更正' }));
  await waitFor(() =>
    expect(server.bodies(DECISION)).toEqual([
      {
        verdict: 'adopt',
        version: 3,
        subjectVersion: 7,
        proofs: ['token-of-the-file'],
        body: '您申请更正的办公地址已核对并更正，请在会员档案中查看。',
      },
    ]),
  );
});

test('what the registry refuses is told in its words, and nothing typed is lost', async () => {
  server.on(DECISION, () =>
    refuse(409, 'duplicate', '已有相同的登记', { licenceNo: '该执业证号已登记在别的律师名下' }),
  );
  const { user } = openApp('/tickets/4');
  await user.click(await screen.findByRole('button', { name: '采纳并更正' }));
  const form = within(screen.getByRole('form', { name: '采纳并更正' }));
  await user.clear(form.getByRole('textbox'));
  await user.type(form.getByRole('textbox'), '已按执业证更正。');
  await user.click(form.getByRole('button', { name: '确认采纳并更正' }));
  expect(await screen.findByText(/该执业证号已登记在别的律师名下/)).toBeTruthy();
  expect(form.getByRole<HTMLTextAreaElement>('textbox').value).toBe('已按执业证更正。');
});

test('what a member says meanwhile is read before it is decided on, and the reason that was typed stays', async () => {
  server.on(DECISION, () => refuse(409, 'changed_meanwhile', '该工单刚有新的内容，请看过后再提交'));
  const { user } = openApp('/tickets/4');
  await user.click(await screen.findByRole('button', { name: '不采纳' }));
  const form = within(screen.getByRole('form', { name: '确认不采纳' }));
  await user.type(form.getByRole('textbox'), '执业证上仍是原址。');
  server.on('GET /staff/tickets/4', () => reply({ ...TICKET, version: 4 }));
  await user.click(form.getByRole('button', { name: '确认不采纳' }));
  await user.click(await form.findByRole('button', { name: '已看过' }));
  expect(form.getByRole<HTMLTextAreaElement>('textbox').value).toBe('执业证上仍是原址。');
  await user.click(form.getByRole('button', { name: '确认不采纳' }));
  await waitFor(() => expect(server.bodies(DECISION)).toMatchObject([{ version: 3 }, { version: 4 }]));
});

test('an identity number is typed off its picture and goes to a second person, who confirms beside the ticket', async () => {
  shows({ label: '证件类型和号码', input: 'identity', takesTwo: true, wanted: '号码末位有误，以扫描件为准' });
  server.on(DECISION, () => reply({ change: CHANGE }));
  const { user } = openApp('/tickets/4');
  await user.click(await screen.findByRole('button', { name: '核对无误，提请复核' }));
  await user.type(screen.getByRole('textbox', { name: /证件号码/ }), '11010519491231002X');
  await user.click(screen.getByRole('button', { name: '提请复核' }));
  await waitFor(() =>
    expect(server.bodies(DECISION)).toMatchObject([{ identityKind: 'resident', identityNumber: '11010519491231002X' }]),
  );
  server.on('GET /staff/session', () => reply(sessionOf('administrator')));
  server.on('POST /staff/changes/6/confirmation', () => refuse(403, 'forbidden', '须由申请人以外的另一位管理员确认'));
  shows({ takesTwo: true, proposal: { id: 6, state: 'waiting', by: '陆明章', at: AT, decidedBy: '' } });
  const again = openApp('/tickets/4');
  await again.user.click(await screen.findByRole('button', { name: '确认更正' }));
  await waitFor(() => expect(server.bodies('POST /staff/changes/6/confirmation')).toHaveLength(1));
});

test('without an act of the registry it is done on its page, and then closed with an answer', async () => {
  shows({ input: 'words', can: { adopt: false, decide: true } });
  server.on(DECISION, () => reply({ change: { ...CHANGE, state: 'adopted' } }));
  const { user } = openApp('/tickets/4');
  await user.click(await screen.findByRole('button', { name: '已办理，结案' }));
  const form = within(screen.getByRole('form', { name: '确认结案' }));
  await user.type(form.getByRole('textbox'), '已按档案补录。');
  await user.click(form.getByRole('button', { name: '确认结案' }));
  await waitFor(() =>
    expect(server.bodies(DECISION)).toEqual([{ verdict: 'settle', version: 3, body: '已按档案补录。' }]),
  );
});

test('until it is decided the answer does not solve the ticket, and it is said what does', async () => {
  const { user } = openApp('/tickets/4');
  const answer = within(await screen.findByRole('form', { name: '答复' }));
  expect(answer.queryByRole('button', { name: '答复并解决' })).toBeNull();
  expect(answer.getByText(/^该工单要求更正登记信息/)).toBeTruthy();
  server.on('GET /staff/tickets/4', () => reply({ ...TICKET, can: { ...TICKET.can, solve: true } }));
  server.on('POST /staff/tickets/4/answers', () => reply({ ...TICKET, version: 4 }));
  await user.type(answer.getByRole('textbox'), '请稍候');
  await user.click(answer.getByRole('button', { name: '答复，继续处理' }));
  expect(await answer.findByRole('button', { name: '答复并解决' })).toBeTruthy();
});
