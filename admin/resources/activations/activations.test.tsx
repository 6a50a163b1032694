import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { ActivationRow, ContactChangeRow } from '../../../bff/contract/activation/endpoints.ts';
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
  await screen.findByText('没有符合条件的会员，请修改筛选条件');
});
