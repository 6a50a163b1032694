import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { HoursClaimDetail, HoursClaimRow } from '../../../bff/contract/external-hours/replies.ts';
import { reply, startFakeServer, type FakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { pageOf, sessionOf } from '../../test/samples.ts';

const row: HoursClaimRow = {
  id: 7,
  lawyerId: 3,
  lawyerName: '林知远',
  licenceNo: '14499201210100017',
  firmName: '江海鼎禾律师事务所',
  state: 'waiting',
  title: '建设工程法律实务研修班',
  organiser: '全国律师协会',
  beginsOn: '2026-11-24',
  endsOn: '2026-11-25',
  kind: 'business',
  mode: 'onsite',
  tenths: 60,
  acceptedTenths: null,
  submittedAt: '2026-11-26T05:46:00.000Z',
};
const claim = (more: Partial<HoursClaimDetail> = {}): HoursClaimDetail => ({
  ...row,
  note: '第二天下午请假',
  attachments: [{ id: 'token-of-the-file', name: '结业证书.png', kind: 'png', size: 20_480 }],
  timeline: [{ event: 'submitted', at: row.submittedAt, by: '林知远', note: '' }],
  alike: [],
  registered: [],
  mostTenths: 160,
  opinion: '',
  decidedBy: '',
  decidedAt: null,
  version: 2,
  can: { decide: true },
  ...more,
});
const accepted = claim({ state: 'accepted', acceptedTenths: 40, version: 3, can: { decide: false } });

let server: FakeServer;
beforeEach(() => {
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('events')),
    'GET /staff/external-hours': () => reply(pageOf([row])),
    'GET /staff/external-hours/7': () => reply(claim()),
  });
});
const posted = () => server.bodies('POST /staff/external-hours/7/decision');

test('the queue says whose course waits, and its filters stand in the address', async () => {
  openApp('/external-hours?state=waiting&kind=business');
  expect((await screen.findByRole('link', { name: '林知远' })).getAttribute('href')).toContain('/external-hours/7');
  const asked = server.calls.find(({ endpoint }) => endpoint === 'GET /staff/external-hours');
  expect(asked?.query).toMatchObject({ state: 'waiting', kind: 'business' });
});

test('the proof stands beside the claim, and a course of the same days is pointed out', async () => {
  const alike = [{ ...row, id: 5, title: '同一研修班', isSame: true }];
  server.on('GET /staff/external-hours/7', () =>
    reply(
      claim({
        alike: alike.map(({ id, state, title, organiser, beginsOn, endsOn, tenths, isSame }) => ({
          id,
          state,
          title,
          organiser,
          beginsOn,
          endsOn,
          tenths,
          isSame,
        })),
      }),
    ),
  );
  openApp('/external-hours/7');
  expect((await screen.findByAltText('结业证书.png')).getAttribute('src')).toBe(
    '/api/staff/external-hours/7/attachments/token-of-the-file',
  );
  await screen.findByText('同一主办单位、日期重叠的课程还有申报，请核对是否重复');
  expect(screen.getByRole('link', { name: '同一研修班' }).getAttribute('href')).toContain('/external-hours/5');
  expect(screen.getByText('6学时，这些日期最多16学时')).toBeTruthy();
});

test('fewer hours are accepted with the reason; what is no number goes as it was typed', async () => {
  server.on('POST /staff/external-hours/7/decision', () => reply(accepted));
  const { user } = openApp('/external-hours/7');
  await user.click(await screen.findByRole('button', { name: '认定' }));
  const hours = screen.getByRole('textbox', { name: /认定学时/ });
  await user.clear(hours);
  await user.type(hours, '4');
  await user.type(screen.getByRole('textbox', { name: /说明/ }), '证书载明4学时');
  await user.click(screen.getByRole('button', { name: '确认认定' }));
  await waitFor(() =>
    expect(posted()).toEqual([{ verdict: 'accept', tenths: 40, opinion: '证书载明4学时', version: 2 }]),
  );
  await screen.findByText(/林知远的校外学时已认定4学时并记入/);
});

test('by keys alone: e asks for the reason, Escape leaves it, Ctrl+Enter returns it, and the next that waits opens', async () => {
  server.on('GET /staff/external-hours', () => reply(pageOf([row, { ...row, id: 9, lawyerName: '沈若溪' }])));
  server.on('GET /staff/external-hours/9', () => reply(claim({ id: 9, lawyerName: '沈若溪' })));
  server.on('POST /staff/external-hours/7/decision', () =>
    reply(claim({ state: 'returned', version: 3, can: { decide: false } })),
  );
  const { user, address } = openApp('/external-hours/7');
  await screen.findByText('林知远的校外学时');
  await user.keyboard('e{Escape}e');
  await user.type(await screen.findByRole('textbox', { name: /原因/ }), '请补课程表{Control>}{Enter}{/Control}');
  await waitFor(() => expect(address()).toBe('/external-hours/9'));
  expect(posted()).toEqual([{ verdict: 'return', opinion: '请补课程表', version: 2 }]);
});
