import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { MatterRow } from '../../../bff/contract/matters/endpoints.ts';
import type { Role } from '../../../bff/contract/accounts/enums.ts';
import { refuse, reply, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { pageOf, sessionOf } from '../../test/samples.ts';

const matter = (more: Partial<MatterRow> = {}): MatterRow => ({
  id: 7,
  state: 'open',
  subjectKind: 'firm',
  subjectId: 3,
  subjectName: '江海鼎禾律师事务所',
  words: '行业处分：警告，已生效，江律纪字〔2025〕第12号',
  changedBy: '温书宁',
  changedAt: '2026-11-22T05:46:00.000Z',
  applicationId: 41,
  number: '2611220041',
  typeLabel: '律所无行业处分',
  holder: '江海鼎禾律师事务所',
  issuedOn: '2026-11-20',
  isPublic: true,
  reason: '',
  settledBy: '',
  settledAt: null,
  ...more,
});

let server: FakeServer;
const open = (role: Role) => {
  server.on('GET /staff/session', () => reply(sessionOf(role)));
  return openApp('/matters?state=open');
};
beforeEach(() => {
  server = startFakeServer({ 'GET /staff/matters': () => reply(pageOf([matter()])) });
});
const posted = () => server.bodies('POST /staff/matters/7/settlement');

test('says which letter, what has changed, and that strangers read it; the registrar settles it with words', async () => {
  const { user } = open('registrar');
  const row = within(await screen.findByRole('region', { name: '2611220041 律所无行业处分' }));
  expect(row.getByText(/警告，已生效/)).toBeTruthy();
  expect(row.getByText('核验页显示“待复核”')).toBeTruthy();
  expect(row.getByText('更正重出由审核人员办理')).toBeTruthy();
  await user.click(row.getByRole('button', { name: '仍属实' }));
  expect(posted()).toEqual([]);
  server.on('POST /staff/matters/7/settlement', () =>
    refuse(422, 'invalid_fields', '有几处需要修改', { reason: '请填写理由，至少5个字' }),
  );
  await user.type(row.getByRole('textbox', { name: /仍属实的理由/ }), '无误');
  await user.click(row.getByRole('button', { name: '确认仍属实' }));
  expect(await row.findByText('请填写理由，至少5个字')).toBeTruthy();
  server.on('POST /staff/matters/7/settlement', () => reply(matter({ state: 'upheld' })));
  await user.type(row.getByRole('textbox', { name: /仍属实的理由/ }), '，处分对象另有其人');
  await user.click(row.getByRole('button', { name: '确认仍属实' }));
  await waitFor(() => expect(posted().at(-1)).toEqual({ act: 'uphold', reason: '无误，处分对象另有其人' }));
});

test('a reviewer is led to the letter’s own page for a correction, and may revoke here', async () => {
  const { user } = open('reviewer');
  const row = within(await screen.findByRole('region', { name: /2611220041/ }));
  expect(row.getByRole('link', { name: '更正重出' }).getAttribute('href')).toContain('/applications/41');
  await user.click(row.getByRole('button', { name: '撤销' }));
  server.on('POST /staff/matters/7/settlement', () => reply(matter({ state: 'revoked' })));
  await user.type(row.getByRole('textbox', { name: /撤销理由/ }), '证明内容与登记不符');
  await user.click(row.getByRole('button', { name: '确认撤销' }));
  await waitFor(() => expect(posted()).toEqual([{ act: 'revoke', reason: '证明内容与登记不符' }]));
});

test('what is settled is read, by whom and why', async () => {
  server.on('GET /staff/matters', () =>
    reply(
      pageOf([
        matter({
          state: 'upheld',
          reason: '处分对象另有其人',
          settledBy: '温书宁',
          settledAt: '2026-11-23T01:00:00.000Z',
        }),
      ]),
    ),
  );
  open('registrar');
  expect(await screen.findByText('处分对象另有其人')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '仍属实' })).toBeNull();
});
