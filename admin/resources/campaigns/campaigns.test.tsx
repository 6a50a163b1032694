import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { CampaignDetail, CampaignMember } from '../../../bff/contract/campaigns/replies.ts';
import { startFakeServer, reply, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { pageOf, sessionOf } from '../../test/samples.ts';

const campaign: CampaignDetail = {
  id: 3,
  title: '2026年度信息核对',
  kind: 'yearly',
  state: 'open',
  opensOn: '2026-11-01',
  dueOn: '2026-12-20',
  graceUntil: '2026-12-31',
  isPriority: true,
  counts: { untouched: 5, filling: 2, waiting: 1, rejected: 1, approved: 30, excused: 1 },
  words: '',
  eligibility: null,
  createdBy: '会员管理',
  openedAt: '2026-11-01T00:10:00.000Z',
  closedAt: null,
  closedBy: '',
  version: 4,
  can: { edit: true, start: false, close: true, grant: true },
};
const member: CampaignMember = {
  id: 8,
  lawyerId: 21,
  name: '林知远',
  licenceNo: '14499201210100017',
  firmName: '江海鼎禾律师事务所',
  state: 'untouched',
  doneAt: null,
  isLate: false,
  dueOn: '2026-12-28',
  reason: '出差在外',
  grantedBy: '会员管理',
};
let server: FakeServer;
beforeEach(() => {
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('registrar')),
    'GET /staff/campaigns': () => reply(pageOf([campaign])),
    'GET /staff/campaigns/3': () => reply(campaign),
    'GET /staff/campaigns/3/members': () => reply(pageOf([member])),
  });
});

test('the list says how many are done, of all', async () => {
  openApp('/campaigns');
  expect(await screen.findByText('31 / 40')).toBeTruthy();
});

test('a campaign shows its numbers, whom it is for, and what was granted to whom', async () => {
  openApp('/campaigns/3');
  expect(await screen.findByText('延期至2026-12-28，出差在外（会员管理）')).toBeTruthy();
  expect(screen.getByText('全体律师')).toBeTruthy();
});

test('延期 goes to the numbers that were typed, and says which of them are none', async () => {
  let sent: unknown;
  server.on('POST /staff/campaigns/3/delays', ({ body }) => {
    sent = body;
    return reply({ changed: 1, unknown: ['14499201099999999'] });
  });
  const { user } = openApp('/campaigns/3');
  await user.click(await screen.findByRole('button', { name: '延期' }));
  const form = within(await screen.findByRole('form', { name: '延期' }));
  await user.type(form.getByLabelText(/执业证号/), '14499201210100017{Enter}14499201099999999');
  await user.type(form.getByLabelText(/理由/), '出差在外');
  await user.click(form.getByRole('button', { name: '确定延期' }));
  expect(await form.findByText(/已办理1名.*14499201099999999/)).toBeTruthy();
  expect(sent).toMatchObject({ licenceNos: ['14499201210100017', '14499201099999999'], reason: '出差在外' });
});
