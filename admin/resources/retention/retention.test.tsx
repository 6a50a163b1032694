import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { reply, startFakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { sessionOf } from '../../test/samples.ts';

test('保存期限 says what is kept how long, and what was removed', async () => {
  startFakeServer({
    'GET /staff/session': () => reply(sessionOf('registrar')),
    'GET /staff/retention-removals': () => reply({ items: [{ on: '2026-11-28', kind: 'sensitive', removed: 3 }] }),
  });
  openApp('/retention');
  expect(await screen.findByText(/家庭住址、紧急联系人：3项/)).toBeTruthy();
  expect(screen.getByText('会籍终止之日起365天')).toBeTruthy();
});
