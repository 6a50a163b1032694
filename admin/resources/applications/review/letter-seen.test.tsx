import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { refuse, reply, startFakeServer } from '../../../test/fake-server.ts';
import { openApp } from '../../../test/open-app.tsx';
import { application, sessionOf } from '../../../test/samples.ts';

test('a letter that cannot be shown is approved by nobody: 通过 comes with it', async () => {
  const LETTER = 'GET /staff/applications/7/letter.pdf';
  const server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('reviewer')),
    'GET /staff/applications/7': () => reply(application({})),
    [LETTER]: () => refuse(503, 'unavailable', '暂时无法排版'),
  });
  const { user } = openApp('/applications/7');
  await screen.findByText('暂时无法排版');
  await user.click(screen.getByRole('button', { name: '先看证明' }));
  await user.keyboard('a');
  expect(screen.queryByRole('group', { name: '确认通过' })).toBeNull();
  expect(screen.getByRole('button', { name: '驳回' })).toBeTruthy();
  server.on(LETTER, () => reply(null));
  await user.click(screen.getAllByRole('button', { name: /重\s?试/ }).at(-1)!);
  expect(await screen.findByRole('button', { name: '通过' })).toBeTruthy();
});

test('what is not so is said above the letter, and that it is marked only where the letter lies open', async () => {
  const findings = application({}).findings.map((finding) => ({ ...finding, result: 'contradicted' as const }));
  const server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('reviewer')),
    'GET /staff/applications/7': () => reply(application({ findings })),
    'GET /staff/applications/7/letter.pdf': () => refuse(500, 'internal', '系统出错了'),
  });
  const { user } = openApp('/applications/7');
  await screen.findByText('系统出错了');
  expect(screen.getByText('证明内容与本会登记不符，任何人都不能通过')).toBeTruthy();
  expect(screen.queryByText(/标红/)).toBeNull();
  server.on('GET /staff/applications/7/letter.pdf', () => reply(null));
  await user.click(screen.getAllByRole('button', { name: /重\s?试/ }).at(-1)!);
  await screen.findByText(/标红/);
});
