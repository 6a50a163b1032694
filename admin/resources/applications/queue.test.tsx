import { beforeEach, describe, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { refuse, reply, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { application, pageOf, queueRow, sessionOf } from '../../test/samples.ts';

const rows = [
  queueRow({ id: 5, number: '2611220005', ageMinutes: 25 * 60, isOverdue: true }),
  queueRow({ id: 7, number: '2611220007' }),
  queueRow({ id: 8, number: '2611220008', doubts: 2, way: 'desk', unchecked: ['有2项须核实'] }),
];
const SEEN = 'c'.repeat(24);
let server: FakeServer;
beforeEach(() => {
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('reviewer')),
    'GET /staff/applications': ({ query }) => reply(pageOf(rows, query['cursor'] ? null : 'page-2')),
  });
});
const lastQuery = () => server.calls.filter(({ endpoint }) => endpoint === 'GET /staff/applications').at(-1)?.query;

describe('the filters', () => {
  test('stand in the address, so that a link opens the same list', async () => {
    openApp('/applications?state=pending&search=鼎禾&order=oldest');
    await screen.findByText('2611220005');
    expect(lastQuery()).toEqual({ state: 'pending', search: '鼎禾', order: 'oldest' });
    expect((screen.getByLabelText('编号或申请人') as HTMLInputElement).value).toBe('鼎禾');
  });

  test('are written into the address when they change, and pages are taken back by 重置', async () => {
    const { user, address } = openApp('/applications');
    await screen.findByText('2611220005');
    await user.click(screen.getByRole('button', { name: '下一页' }));
    await waitFor(() => expect(address()).toBe('/applications?cursor=page-2'));
    await user.type(screen.getByLabelText('编号或申请人'), '2611{Enter}');
    await waitFor(() => expect(address()).toBe('/applications?search=2611'));
    expect(lastQuery()).toEqual({ search: '2611' });
    await user.click(screen.getByRole('button', { name: '重置' }));
    await waitFor(() => expect(address()).toBe('/applications'));
  });

  test('下一页 and 上一页 follow the cursors of the server', async () => {
    const { user, address } = openApp('/applications?state=pending');
    await screen.findByText('2611220005');
    await user.click(screen.getByRole('button', { name: '下一页' }));
    await waitFor(() => expect(lastQuery()).toEqual({ state: 'pending', cursor: 'page-2' }));
    await user.click(screen.getByRole('button', { name: '上一页' }));
    await waitFor(() => expect(address()).toBe('/applications?state=pending'));
  });
});

test('a head that is pressed turns the order of 证明管理, and again back', async () => {
  const { user, address } = openApp('/applications');
  await screen.findByText('2611220005');
  const head = () => screen.getByRole('columnheader', { name: '申请时间' });
  expect(head().getAttribute('aria-sort')).toBe('descending');
  await user.click(head());
  await waitFor(() => expect(address()).toBe('/applications?order=oldest'));
  await waitFor(() => expect(head().getAttribute('aria-sort')).toBe('ascending'));
  await user.click(head());
  await waitFor(() => expect(address()).toBe('/applications?order=newest'));
});

describe('the queue', () => {
  test('marks what has waited longer than a day', async () => {
    openApp('/applications?state=pending');
    await screen.findByText('2611220005');
    expect(screen.getAllByText('逾期')).toHaveLength(1);
    expect(screen.getByText(/^1天1小时/)).toBeTruthy();
  });

  test('approves several at once, only those without doubts, and tells the result of each', async () => {
    server.on('POST /staff/applications/5/decision', () => reply({}));
    server.on('POST /staff/applications/7/decision', () => refuse(409, 'already_decided', '该申请已由韩立群处理'));
    const { user } = openApp('/applications?state=pending');
    await screen.findByText('2611220005');
    const boxes = within(screen.getByRole('table')).getAllByRole('checkbox') as HTMLInputElement[];
    expect(boxes.map(({ disabled }) => disabled)).toEqual([false, false, false, true]);
    await user.click(boxes[0]!);
    await user.click(screen.getByRole('button', { name: '批量通过（2）' }));
    expect(server.calls.some(({ endpoint }) => endpoint.startsWith('POST'))).toBe(false);
    await user.click(screen.getByRole('button', { name: '确认通过 2 份' }));
    expect(await screen.findByText('已通过 1 份，1 份未通过')).toBeTruthy();
    const results = screen.getByRole('alert');
    expect(results.textContent).toContain('2611220005');
    expect(results.textContent).toContain('该申请已由韩立群处理');
    const asked = server.calls.filter(({ endpoint }) => endpoint.startsWith('POST'));
    expect(asked.map(({ body }) => body)).toEqual([
      { verdict: 'approve_checked', seen: SEEN },
      { verdict: 'approve_checked', seen: SEEN },
    ]);
  });

  test('five hundred at once: all without doubts are chosen, one stumbles, and it can be stopped', async () => {
    const many = Array.from({ length: 500 }, (_, i) => queueRow({ id: 1000 + i, number: `26112${10000 + i}` }));
    server.on('GET /staff/applications', ({ query }) =>
      reply(pageOf(query['way'] === 'batch' ? many : many.slice(0, 20))),
    );
    for (const { id } of many) {
      server.on(`POST /staff/applications/${id}/decision`, () =>
        id === 1003 ? refuse(409, 'already_decided', '申请人已撤回该申请') : reply({}),
      );
    }
    const { user } = openApp('/applications?state=pending&type=firm-clean');
    await screen.findByText('2611210000');
    await user.click(screen.getByRole('button', { name: '选中全部可批量通过的' }));
    await user.click(await screen.findByRole('button', { name: '批量通过（500）' }));
    expect(server.calls.filter(({ query }) => query['limit'] === '500').map(({ query }) => query)).toEqual([
      { state: 'pending', type: 'firm-clean', way: 'batch', limit: '500' },
    ]);
    await user.click(screen.getByRole('button', { name: '确认通过 500 份' }));
    await screen.findByText('已通过 499 份，1 份未通过');
    expect(screen.getByText('申请人已撤回该申请')).toBeTruthy();
    expect(server.calls.filter(({ endpoint }) => endpoint.startsWith('POST'))).toHaveLength(500);
  }, 60_000);

  test('what has to be read is never in the batch: it leads to the reading mode', async () => {
    const toRead = (id: number) => queueRow({ id, number: `261122000${id}`, way: 'reading', unchecked: ['附有材料'] });
    server.on('GET /staff/applications', () => reply(pageOf([toRead(5), queueRow({ id: 7 }), toRead(8)])));
    server.on('GET /staff/applications/5', () => reply(application({ id: 5 })));
    server.on('POST /staff/applications/5/readings', () => reply({ id: 1, isRead: false, seconds: 0 }));
    const { user, address } = openApp('/applications?state=pending');
    await screen.findByText('2611220005');
    await user.click(within(screen.getByRole('table')).getAllByRole('checkbox')[0]!);
    expect(screen.getByRole('button', { name: '批量通过（1）' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '逐份阅读（2）' }));
    await waitFor(() => expect(address()).toBe('/applications/reading?ids=5%2C8'));
  });

  test('a lost line ends the batch: the rest is told as not done', async () => {
    server.on('POST /staff/applications/5/decision', () => refuse(503, 'unavailable', '服务暂时不可用'));
    const { user } = openApp('/applications?state=pending');
    await screen.findByText('2611220005');
    const boxes = within(screen.getByRole('table')).getAllByRole('checkbox');
    await user.click(boxes[0]!);
    await user.click(screen.getByRole('button', { name: '批量通过（2）' }));
    await user.click(screen.getByRole('button', { name: '确认通过 2 份' }));
    await screen.findByText('已通过 0 份，1 份未通过，1 份没有处理，仍在待审批中');
    expect(server.calls.filter(({ endpoint }) => endpoint.startsWith('POST'))).toHaveLength(1);
  });

  test('says what happened when it cannot be read, and reads again on 重试', async () => {
    server.on('GET /staff/applications', () => refuse(500, 'internal', '系统出现问题'));
    const { user } = openApp('/applications');
    await screen.findByText('系统出现问题');
    server.on('GET /staff/applications', () => reply(pageOf(rows)));
    await user.click(screen.getByRole('button', { name: '重试' }));
    await screen.findByText('2611220005');
  });
});
