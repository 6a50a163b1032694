import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { CorrectionDetail } from '../../../bff/contract/corrections/endpoints.ts';
import { refuse, reply, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { pageOf, sessionOf } from '../../test/samples.ts';

const request = (more: Partial<CorrectionDetail> = {}): CorrectionDetail => ({
  id: 5,
  label: '办公地址',
  present: '书院街8号',
  wanted: '新岸路1号',
  state: 'open',
  requestedAt: '2026-11-22T05:46:00.000Z',
  subjectKind: 'firm',
  subjectId: 3,
  subjectName: '江海鼎禾律师事务所',
  subjectLicenceNo: '24499201110000002',
  askerKind: 'firm',
  askerId: 3,
  askerName: '江海鼎禾律师事务所',
  isClaim: false,
  reason: '已迁址',
  now: '书院街8号',
  hasChanged: false,
  opinion: '',
  endedByName: '',
  attachments: [{ id: 'token-of-the-file', name: '决定书.png', kind: 'png', size: 20_480 }],
  timeline: [{ event: 'requested', at: '2026-11-22T05:46:00.000Z', by: '江海鼎禾律师事务所', note: '' }],
  can: { adopt: true, decide: true },
  version: 1,
  ...more,
});

let server: FakeServer;
beforeEach(() => {
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('registrar')),
    'GET /staff/corrections/5': () => reply(request()),
  });
});
const posted = () => server.bodies('POST /staff/corrections/5/decision');

test('the list is opened at what waits, and says who asks', async () => {
  server.on('GET /staff/corrections', () => reply(pageOf([request({ isClaim: true })])));
  openApp('/corrections?state=open');
  expect(await screen.findByText('江海鼎禾律师事务所（所在律所反映）')).toBeTruthy();
  expect(screen.getByRole('link', { name: '江海鼎禾律师事务所' }).getAttribute('href')).toContain('/corrections/5');
});

test('what stood, what is asked for, what stands now and the proof are side by side; adopting is confirmed', async () => {
  const { user } = openApp('/corrections/5');
  await screen.findByText('新岸路1号');
  expect(screen.getAllByText('书院街8号')).toHaveLength(2);
  expect(screen.getByRole('link', { name: /决定书.png/ }).getAttribute('href')).toBe(
    '/api/staff/corrections/5/attachments/token-of-the-file',
  );
  await user.click(screen.getByRole('button', { name: '采纳并更正' }));
  expect(posted()).toEqual([]);
  server.on('POST /staff/corrections/5/decision', () => reply(request({ state: 'adopted' })));
  await user.click(screen.getByRole('button', { name: '确认采纳并更正' }));
  await waitFor(() => expect(posted()).toEqual([{ verdict: 'adopt', version: 1 }]));
});

test('what the registry refuses is said in its words', async () => {
  const { user } = openApp('/corrections/5');
  await user.click(await screen.findByRole('button', { name: '采纳并更正' }));
  server.on('POST /staff/corrections/5/decision', () =>
    refuse(409, 'duplicate', '记录已存在', { licenceNo: '该执业许可证号已登记在另一律所名下' }),
  );
  await user.click(screen.getByRole('button', { name: '确认采纳并更正' }));
  expect(await screen.findByText('该执业许可证号已登记在另一律所名下')).toBeTruthy();
});

test('what has changed since, or what no act can carry out, is settled by hand with an opinion', async () => {
  server.on('GET /staff/corrections/5', () =>
    reply(request({ now: '书院街9号', hasChanged: true, can: { adopt: false, decide: true } })),
  );
  const { user } = openApp('/corrections/5');
  expect(await screen.findByText(/登记内容在申请之后已变化/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '采纳并更正' })).toBeNull();
  await user.click(screen.getByRole('button', { name: '已办理，结案' }));
  await user.type(screen.getByRole('textbox', { name: /处理意见/ }), '已按决定书登记');
  server.on('POST /staff/corrections/5/decision', () => reply(request({ state: 'adopted' })));
  await user.click(screen.getByRole('button', { name: '确认结案' }));
  await waitFor(() => expect(posted()).toEqual([{ verdict: 'settle', version: 1, opinion: '已按决定书登记' }]));
});
