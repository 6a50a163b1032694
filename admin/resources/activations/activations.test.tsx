import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { ActivationRow, ContactChangeRow, HeldRow } from '../../../bff/contract/activation/endpoints.ts';
import { refuse, reply, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { sessionOf } from '../../test/samples.ts';

const row = (more: Partial<ActivationRow>): ActivationRow => ({
  id: 7,
  kind: 'firm',
  memberId: 3,
  name: '江海清明律师事务所',
  login: '24499201110000002',
  firmName: '',
  state: 'none',
  hasMobile: false,
  held: [],
  code: null,
  requestedAt: null,
  ...more,
});
const page = (items: unknown[]) => reply({ items, next: null, total: items.length, totalIsCapped: false });
const change: ContactChangeRow = {
  id: 5,
  subjectKind: 'lawyer',
  subjectId: 9,
  name: '林知远',
  licenceNo: '14499201210100017',
  field: 'phone',
  oldValue: '19900000001',
  newValue: '19900000002',
  askedByName: '温书宁',
  askedAt: '2026-11-28T01:00:00.000Z',
  mayDecide: true,
};
let server: FakeServer;
beforeEach(() => {
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('registrar')),
    'GET /staff/activations': () => page([row({}), row({ id: 8, name: '江海明德律师事务所', state: 'sent' })]),
    'GET /staff/contact-changes': () => page([change, { ...change, id: 6, mayDecide: false }]),
  });
});

test('a code is shown once, after the identity card has been asked for', async () => {
  const given = { name: '江海清明律师事务所', login: '24499201110000002', code: 'abcd-efgh-jkmn-pqrs' };
  server.on('POST /staff/activations/7/code', () => reply({ ...given, expiresAt: '2026-12-28T01:00:00.000Z' }));
  const { user } = openApp('/activations');
  await user.click((await screen.findAllByRole('button', { name: '当面发放' }))[0]!);
  expect(server.calls.some(({ endpoint }) => endpoint.startsWith('POST'))).toBe(false);
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '已核对，生成开通码' }));
  await screen.findByText('abcd-efgh-jkmn-pqrs');
  await user.click(screen.getByRole('button', { name: '已交给本人，关闭' }));
  await waitFor(() => expect(screen.queryByText('abcd-efgh-jkmn-pqrs')).toBeNull());
});

test('who would lose a code that is still good is asked about; what was not sent is named', async () => {
  server.on('POST /staff/activations/messages', () =>
    reply({
      results: [
        { accountId: 7, fault: null },
        { accountId: 8, fault: '没有登记邮箱，或邮箱变更未满7天' },
      ],
    }),
  );
  const { user } = openApp('/activations');
  for (const box of (await screen.findAllByRole('checkbox')).slice(-2)) await user.click(box);
  await user.click(screen.getByRole('button', { name: /发到登记的邮箱/ }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('1 个会员的开通码还没有到期');
  await user.click(within(dialog).getByRole('button', { name: '发到登记的邮箱' }));
  await screen.findByText('江海明德律师事务所：没有登记邮箱，或邮箱变更未满7天');
});

test('a changed contact is decided by somebody else; a refusal of the server is said', async () => {
  server.on('POST /staff/contact-changes/5', () => refuse(409, 'already_decided', '该修改已被处理'));
  const { user } = openApp('/contact-changes');
  await user.click(await screen.findByRole('button', { name: /^采\s?用$/ }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: /^采\s?用$/ }));
  await screen.findByText('该修改已被处理');
  expect(screen.getByText('待另一人复核')).toBeTruthy();
  expect(server.bodies('POST /staff/contact-changes/5')).toEqual([{ isConfirmed: true }]);
});

test('a contact that was changed lately is said to wait, and until when', async () => {
  const held = [{ field: 'phone' as const, until: '2026-12-04T20:00:00.000Z' }];
  server.on('GET /staff/activations', () => page([row({ held })]));
  openApp('/activations');
  await screen.findByText('不能；手机号变更，2026-12-05起可用');
});

test('an empty list says whether the filters are why', async () => {
  server.on('GET /staff/activations', () => page([]));
  openApp('/activations');
  await screen.findByText('会员都已开通');
  openApp('/activations?state=sent');
  await screen.findByText('没有符合条件的记录');
});

const held: HeldRow = {
  id: 11,
  kind: 'firm',
  memberId: 3,
  name: '江海清明律师事务所',
  login: '24499201110000002',
  reason: 'code',
  heldAt: '2026-11-29T01:00:00.000Z',
  heldUntil: '2026-12-02T01:00:00.000Z',
  issuedByName: '温书宁',
  objectedByName: '',
  mayRelease: true,
};

test('an account that is held is released by a second person with a reason; whoever handed out the code waits', async () => {
  server.on('GET /staff/held-accounts', () =>
    page([held, { ...held, id: 12, name: '江海明德律师事务所', reason: 'change', heldUntil: null, mayRelease: false }]),
  );
  server.on('POST /staff/held-accounts/release', () => reply({ results: [{ accountId: 11, fault: null }] }));
  const { user } = openApp('/held-accounts');
  await screen.findByText('2026-12-02 09:00 自动启用');
  expect(screen.getByText('待另一人确认')).toBeTruthy();
  expect(screen.getByText('须另一人确认')).toBeTruthy();
  const [, ofRow] = screen.getAllByRole('button', { name: '确认启用' });
  await user.click(ofRow!);
  const dialog = await screen.findByRole('dialog');
  const agree = within(dialog).getByRole<HTMLButtonElement>('button', { name: '确认启用' });
  expect(agree.disabled).toBe(true);
  await user.type(within(dialog).getByLabelText('核对了什么'), '已核对执业许可证原件');
  await user.click(agree);
  await screen.findByText('已启用，会员会收到通知');
  expect(server.bodies('POST /staff/held-accounts/release')).toEqual([
    { accountIds: [11], reason: '已核对执业许可证原件' },
  ]);
});

test('one that something is wrong with is stopped by anybody; a refusal is said and loses nothing', async () => {
  server.on('GET /staff/held-accounts', () => page([{ ...held, mayRelease: false }]));
  server.on('POST /staff/held-accounts/11/objection', () => refuse(409, 'wrong_state', '没有待确认的开通'));
  const { user } = openApp('/held-accounts');
  await user.click(await screen.findByRole('button', { name: /^停\s?用$/ }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText('停用原因'), '律所来电否认');
  await user.click(within(dialog).getByRole('button', { name: /^停\s?用$/ }));
  await within(dialog).findByText('没有待确认的开通');
  expect(within(dialog).getByLabelText<HTMLInputElement>('停用原因').value).toBe('律所来电否认');
});

test('a new identity number is confirmed by somebody else, with a reason', async () => {
  const row = { id: 4, subjectKind: 'lawyer', subjectId: 9, name: '林知远', licenceNo: '14499201210100017' };
  const changed = { field: 'identity', changedByName: '温书宁', changedAt: '2026-11-28T01:00:00.000Z' };
  server.on('GET /staff/member-changes', () =>
    page([
      { ...row, ...changed, mayConfirm: true },
      { ...row, ...changed, id: 5, mayConfirm: false },
    ]),
  );
  server.on('POST /staff/member-changes/4/confirmation', () => reply(null));
  const { user } = openApp('/member-changes');
  await user.click(await screen.findByRole('button', { name: '确认无误' }));
  expect(screen.getByText('待另一人复核')).toBeTruthy();
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText('核对了什么'), '已核对身份证原件');
  await user.click(within(dialog).getByRole('button', { name: '确认无误' }));
  await screen.findByText('已确认');
  expect(server.bodies('POST /staff/member-changes/4/confirmation')).toEqual([{ reason: '已核对身份证原件' }]);
});
