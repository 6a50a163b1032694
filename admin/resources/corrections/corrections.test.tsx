import { expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { refuse, reply, startFakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { pageOf, sessionOf } from '../../test/samples.ts';

test('the old list leads to the tickets, and the old address of a request to its ticket', async () => {
  let asked = 0;
  startFakeServer({
    'GET /staff/session': () => reply(sessionOf('registrar')),
    'GET /staff/corrections/5': () => reply({ ticketId: 4 }),
    'GET /staff/tickets': () => reply(pageOf([])),
    'GET /staff/tickets/4': () => {
      asked += 1;
      return refuse(404, 'not_found', '没有找到');
    },
  });
  openApp('/corrections?state=open');
  expect(await screen.findByRole('heading', { name: '工单' })).toBeTruthy();
  openApp('/corrections/5');
  await waitFor(() => expect(asked).toBeGreaterThan(0));
});
