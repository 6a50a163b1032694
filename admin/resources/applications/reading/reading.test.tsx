import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { refuse, reply, startFakeServer, type FakeServer } from '../../../test/fake-server.ts';
import { openApp } from '../../../test/open-app.tsx';
import { application, sessionOf } from '../../../test/samples.ts';

let server: FakeServer;
beforeEach(() => {
  server = startFakeServer({ 'GET /staff/session': () => reply(sessionOf('reviewer')) });
  for (const id of [5, 7, 8]) {
    server.on(`GET /staff/applications/${id}`, () =>
      reply(application({ id, number: `261122000${id}`, findings: [] })),
    );
    server.on(`POST /staff/applications/${id}/readings`, () => reply({ id: 100 + id, isRead: false, seconds: 0 }));
    server.on(`PUT /staff/applications/${id}/readings/${100 + id}`, () =>
      reply({ id: 100 + id, isRead: true, seconds: 10 + id }),
    );
    server.on(`POST /staff/applications/${id}/decision`, () => reply({}));
  }
});
const READING = '/applications/reading?ids=5,7,8';
const title = (number: string) => screen.findByText(number, { selector: 'h2 *' });
const isReady = () =>
  screen
    .findByRole('button', { name: '已阅' })
    .then((button) => waitFor(() => expect((button as HTMLButtonElement).disabled).toBe(false)));
const decisions = () => server.calls.filter(({ endpoint }) => endpoint.endsWith('/decision'));

test('Space reads a letter and leads on; at the end what was read is signed as a set, with one confirmation', async () => {
  const { user } = openApp(READING);
  await title('2611220005');
  await isReady();
  await user.keyboard(' ');
  await title('2611220007');
  await user.keyboard('n');
  await title('2611220008');
  await isReady();
  await user.keyboard(' ');
  const panel = await screen.findByRole('group', { name: '确认签署' });
  expect(panel.textContent).toContain('2611220005');
  expect(panel.textContent).toContain('阅读 15 秒');
  expect(panel.textContent).not.toContain('2611220007');
  expect(panel.textContent).toContain('另有 1 份未阅');
  expect(decisions()).toEqual([]);
  // A Space or an Enter too many signs nothing.
  await user.keyboard(' {Enter}');
  expect(decisions()).toEqual([]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('已通过 2 份');
  expect(decisions().map(({ endpoint, body }) => [endpoint, body])).toEqual([
    ['POST /staff/applications/5/decision', { verdict: 'approve_read' }],
    ['POST /staff/applications/8/decision', { verdict: 'approve_read' }],
  ]);
});

test('a letter that was hardly open is not read: the page says so and stays', async () => {
  server.on('PUT /staff/applications/5/readings/105', () => reply({ id: 105, isRead: false, seconds: 0 }));
  const { user } = openApp(READING);
  await isReady();
  await user.keyboard(' ');
  await screen.findByText('打开不足 2 秒，不计为已阅，请看完后再按');
  expect(await title('2611220005')).toBeTruthy();
});

test('what is in doubt cannot be read here: it says why, and only 跳过 leads on', async () => {
  server.on('POST /staff/applications/5/readings', () => refuse(409, 'wrong_state', '有1项须核实，请在审核页单独处理'));
  const { user } = openApp(READING);
  await screen.findByText('有1项须核实，请在审核页单独处理');
  await user.keyboard(' ');
  expect(server.calls.some(({ endpoint }) => endpoint.startsWith('PUT'))).toBe(false);
  await user.keyboard('n');
  await title('2611220007');
});

test('a letter that cannot be shown is read by nobody', async () => {
  server.on('GET /staff/applications/5/letter.pdf', () => refuse(503, 'unavailable', '暂时无法排版'));
  const { user } = openApp(READING);
  await screen.findByText('暂时无法排版');
  await user.keyboard(' ');
  expect((screen.getByRole('button', { name: '已阅' }) as HTMLButtonElement).disabled).toBe(true);
  expect(server.calls.some(({ endpoint }) => endpoint.startsWith('PUT'))).toBe(false);
});

test('nothing read, nothing signed', async () => {
  const { user } = openApp('/applications/reading?ids=5');
  await title('2611220005');
  await user.keyboard('n');
  await screen.findByText('没有已阅的证明，不能签署。');
  expect(screen.queryByRole('button', { name: /确认签署/ })).toBeNull();
});
