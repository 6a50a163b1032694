import { beforeEach, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import type { AuditRow } from '../../../bff/contract/audit/endpoints.ts';
import { reply, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { pageOf, sessionOf } from '../../test/samples.ts';

const line: AuditRow = {
  id: 9,
  at: '2026-11-22T05:46:07.000Z',
  actor: '陆明章',
  action: 'lawyer.updated',
  targetKind: 'lawyer',
  targetId: 31,
  target: '林知远（执业证号：14499201210100017）',
  detail: '电话',
  address: '192.0.2.1',
};

let server: FakeServer;
beforeEach(() => {
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('administrator')),
    'GET /staff/waiting': () => reply({}),
    'GET /staff/audit': () => reply(pageOf([line])),
  });
});
const asked = () => server.calls.filter(({ endpoint }) => endpoint === 'GET /staff/audit').at(-1)?.query;

test('a line says the second, and leads to what it speaks of', async () => {
  openApp('/audit');
  const link = await screen.findByRole('link', { name: '林知远（执业证号：14499201210100017）' });
  expect(link.getAttribute('href')).toBe('/lawyers/31');
  expect(screen.getByText('2026-11-22 13:46:07')).toBeTruthy();
});

test('who acted and what it was done to are asked apart', async () => {
  const { user } = openApp('/audit');
  await screen.findByText('2026-11-22 13:46:07');
  await user.type(screen.getByLabelText('操作人员'), '陆明章');
  await user.type(screen.getByLabelText('对象或号码'), '14499201210100017');
  await user.click(screen.getByRole('button', { name: /查\s*询/ }));
  await screen.findByText('2026-11-22 13:46:07');
  expect(asked()).toEqual({ actor: '陆明章', search: '14499201210100017' });
});

test('the log of one member says so, and opens to all again', async () => {
  const { user } = openApp('/audit?object=lawyer&objectId=31');
  await user.click(await screen.findByRole('button', { name: '看全部' }));
  await screen.findByText('2026-11-22 13:46:07');
  expect(asked()).toEqual({});
});
