import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within, type MatcherFunction } from '@testing-library/react';
import type { DutyTeam, Handover, OwnDuty } from '../../../bff/contract/ticket-duty/endpoints.ts';
import { reply, refuse, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { pageOf, sessionOf } from '../../test/samples.ts';

const OWN: OwnDuty = {
  state: 'away',
  leave: null,
  leaveVersion: 1,
  openTickets: 2,
  standIns: [{ id: 7, name: '温书宁' }],
};
const TEAM: DutyTeam = {
  left: [],
  items: [
    {
      id: 7,
      name: '温书宁',
      roles: ['reviewer'],
      state: 'leave',
      leave: { from: '2026-12-07', until: '2026-12-11', standIn: { id: 8, name: '顾清和' } },
      leaveVersion: 2,
      openTickets: 3,
      standIns: [{ id: 8, name: '顾清和' }],
    },
  ],
};
let server: FakeServer;
beforeEach(() => {
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('reviewer')),
    'GET /staff/duty': () => reply(OWN),
    'PUT /staff/duty/presence': () => reply({ ...OWN, state: 'present' }),
    'GET /staff/tickets': () => reply(pageOf([])),
  });
});

/** A paragraph by all that it says: a day in it is a piece of its own. */
const saying =
  (words: string): MatcherFunction =>
  (_, element) =>
    element?.tagName === 'P' && element.textContent === words;

test('the switch stands on every page, and one press makes somebody there', async () => {
  const { user } = openApp('/tickets');
  await user.click(await screen.findByRole('button', { name: '工单在岗状态：暂离' }));
  await user.click(await screen.findByText('在岗：分派新工单给我'));
  expect(await screen.findByRole('button', { name: '工单在岗状态：在岗' })).toBeTruthy();
  expect(server.bodies('PUT /staff/duty/presence')).toEqual([{ isPresent: true }]);
});

test('a leave is entered with who stands in; what is wrong stands under its field', async () => {
  server.on('PUT /staff/duty/leave', () =>
    refuse(422, 'invalid_fields', '请检查填写的内容', { until: '结束日期已过，请重新选择' }),
  );
  const { user } = openApp('/duty');
  await user.type(await screen.findByLabelText('开始日期'), '2026-11-02');
  await user.type(screen.getByLabelText('结束日期'), '2026-11-06');
  await user.click(screen.getByRole('button', { name: '登记休假' }));
  expect(await screen.findByText('结束日期已过，请重新选择')).toBeTruthy();
  // Nothing typed goes with a refusal, nor with a lost line.
  const typed = () => ['开始日期', '结束日期'].map((label) => screen.getByLabelText<HTMLInputElement>(label).value);
  expect(typed()).toEqual(['2026-11-02', '2026-11-06']);
  server.on('PUT /staff/duty/leave', () => refuse(503, 'unavailable', '系统正忙，请稍后再试'));
  server.on('GET /staff/duty', () => refuse(503, 'unavailable', '系统正忙，请稍后再试'));
  await user.click(screen.getByRole('button', { name: '登记休假' }));
  await screen.findByText('系统正忙，请稍后再试');
  expect(typed()).toEqual(['2026-11-02', '2026-11-06']);
  expect(screen.queryByRole('region', { name: '同事' })).toBeNull();
});

test('a leave is changed as it was seen: what somebody else has entered meanwhile stands above what was typed', async () => {
  const of = (from: string, leaveVersion: number): OwnDuty => ({
    ...OWN,
    leave: { from, until: '2026-12-31', standIn: { id: 7, name: '温书宁' } },
    leaveVersion,
  });
  let now = of('2026-12-07', 2);
  server.on('GET /staff/duty', () => reply(now));
  server.on('PUT /staff/duty/leave', () => {
    now = of('2026-12-10', 3);
    return refuse(409, 'changed_meanwhile', '休假刚被他人更改，请看最新的内容后再保存');
  });
  server.on('DELETE /staff/duty/leave', () => {
    now = { ...OWN, leaveVersion: 4 };
    return reply(now);
  });
  const { user } = openApp('/duty');
  await screen.findByText(saying('已登记：2026-12-07 至 2026-12-31，温书宁代班'));
  const from = () => screen.getByLabelText<HTMLInputElement>('开始日期');
  await user.clear(from());
  await user.type(from(), '2026-12-14');
  await user.click(screen.getByRole('button', { name: '更改休假' }));
  await screen.findByText(/刚被他人更改/);
  await screen.findByText(saying('已登记：2026-12-10 至 2026-12-31，温书宁代班'));
  expect(from().value).toBe('2026-12-14');
  await user.click(screen.getByRole('button', { name: '更改休假' }));
  await waitFor(() => expect(server.bodies('PUT /staff/duty/leave')).toHaveLength(2));
  const said = { from: '2026-12-14', until: '2026-12-31', standInId: 7 };
  expect(server.bodies('PUT /staff/duty/leave')).toEqual([
    { version: 2, ...said },
    { version: 3, ...said },
  ]);
  await user.click(await screen.findByRole('button', { name: '取消休假' }));
  await screen.findByRole('button', { name: '登记休假' });
  const ended = server.calls.filter(({ endpoint }) => endpoint === 'DELETE /staff/duty/leave');
  expect(ended.map(({ query }) => query)).toEqual([{ version: '3' }]);
});

test('whoever leads the desk sees the team and sets a switch', async () => {
  server.on('GET /staff/session', () => reply(sessionOf('administrator')));
  server.on('GET /staff/duty-team', () =>
    reply({ ...TEAM, items: [{ ...TEAM.items[0], state: 'present', leave: null }] }),
  );
  server.on('PUT /staff/duty-team/7/presence', () => reply(TEAM));
  const { user } = openApp('/duty');
  const team = within(await screen.findByRole('region', { name: '同事' }));
  await user.click(await team.findByRole('button', { name: '设为暂离' }));
  await waitFor(() => expect(server.bodies('PUT /staff/duty-team/7/presence')).toEqual([{ isPresent: false }]));
});

test('what a colleague has open is passed on to one person, and who has left is named', async () => {
  const open: Handover = {
    person: { id: 9, name: '苏念真' },
    tickets: [
      {
        id: 4,
        number: 'G2611290004',
        category: 'certificate',
        title: '纸质证明何时可以领取',
        askerName: '江海鼎禾律师事务所',
        state: 'working',
        dueAt: '2026-11-30T03:00:00.000Z',
      },
    ],
    standsInFor: [],
    heirs: [{ id: 8, name: '顾清和' }],
  };
  server.on('GET /staff/session', () => reply(sessionOf('administrator')));
  server.on('GET /staff/duty-team', () => reply({ ...TEAM, left: [{ id: 9, name: '苏念真', openTickets: 1 }] }));
  server.on('GET /staff/duty-team/9/handover', () => reply(open));
  server.on('POST /staff/duty-team/9/handover', () => reply({ ...open, tickets: [] }));
  const { user } = openApp('/duty');
  await user.click(await screen.findByRole('link', { name: '交接给同事' }));
  expect(await screen.findByRole('link', { name: 'G2611290004' })).toBeTruthy();
  expect(screen.getByRole('link', { name: '打印交接单' }).getAttribute('href')).toBe(
    '/api/staff/duty-team/9/handover.pdf',
  );
  const pass = screen.getByRole('button', { name: '全部交接' });
  expect(pass.hasAttribute('disabled')).toBe(true);
  await user.click(screen.getByRole('combobox', { name: '接收人' }));
  await user.click(await screen.findByText('顾清和'));
  await user.click(pass);
  await waitFor(() => expect(server.bodies('POST /staff/duty-team/9/handover')).toEqual([{ toId: 8 }]));
});
