import { beforeEach, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OwnHoursClaim } from '../../../bff/contract/external-hours/replies.ts';
import { accountStorage } from '../../platform/account/account-storage.ts';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { ClaimDetail } from './claim-detail.tsx';
import { ClaimForm } from './claim-form.tsx';
import { ClaimList } from './claim-list.tsx';

const CLAIM: OwnHoursClaim = {
  id: 5,
  state: 'returned',
  title: '建设工程法律实务研修班',
  organiser: '全国律师协会',
  beginsOn: '2026-11-24',
  endsOn: '2026-11-25',
  kind: 'business',
  mode: 'onsite',
  tenths: 60,
  acceptedTenths: null,
  submittedAt: '2026-11-26T02:00:00.000Z',
  note: '',
  attachments: [{ id: 'token-of-the-file', name: '结业证书.png', kind: 'png', size: 20_480 }],
  opinion: '请补课程表',
  timeline: [
    { event: 'submitted', at: '2026-11-26T02:00:00.000Z', by: '林知远', note: '' },
    { event: 'returned', at: '2026-11-27T02:00:00.000Z', by: '协会', note: '请补课程表' },
  ],
  version: 2,
  can: { mend: true, withdraw: true },
};
const ACCOUNT = 9;
beforeEach(freshDevice);

it('a course is stated once, from the draft that was left; what the server misses stands beside its field', async () => {
  const typed = {
    title: '企业合规实务',
    organiser: '江海大学',
    beginsOn: '2026-11-20',
    endsOn: '2026-11-20',
    kind: 'ethics',
    mode: 'online',
    hours: '1.5',
    note: '',
  };
  accountStorage.write(ACCOUNT, 'hours-claim', { typed, savedAt: Date.now() });
  const bodies: Record<string, unknown>[] = [];
  fakeApi({
    'POST /api/me/external-hours': ({ body }: { body: unknown }) => {
      bodies.push(body as Record<string, unknown>);
      return refuse('invalid_fields', { attachments: '请上传结业证书、签到记录等证明材料' });
    },
  });
  show(<ClaimForm accountId={ACCOUNT} claim={null} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: '提交申报' }));
  await screen.findByText('请上传结业证书、签到记录等证明材料');
  const { hours: _hours, ...rest } = typed;
  expect(bodies).toMatchObject([{ ...rest, tenths: 15, attachments: [] }]);
  await user.click(screen.getByRole('button', { name: '提交申报' }));
  await waitFor(() => expect(bodies).toHaveLength(2));
  // The same form has the same key: once is enough.
  expect(bodies[1]?.['idempotencyKey']).toBe(bodies[0]?.['idempotencyKey']);
});

it('what was returned opens with what was stated and its files, and goes again with the version that was seen', async () => {
  const bodies: unknown[] = [];
  fakeApi({
    'PUT /api/me/external-hours/5': ({ body }: { body: unknown }) => {
      bodies.push(body);
      return { ...CLAIM, state: 'waiting', version: 3, can: { mend: false, withdraw: true } };
    },
  });
  show(<ClaimForm accountId={ACCOUNT} claim={CLAIM} />);
  expect(screen.getByText('审核意见：请补课程表')).toBeTruthy();
  expect(screen.getByText('结业证书.png')).toBeTruthy();
  const user = userEvent.setup();
  const hours = screen.getByRole('textbox', { name: /^学时/ });
  await user.clear(hours);
  await user.type(hours, '4');
  await user.click(screen.getByRole('button', { name: '重新提交' }));
  await waitFor(() => expect(bodies).toMatchObject([{ tenths: 40, version: 2, attachments: ['token-of-the-file'] }]));
  expect(bodies[0]).not.toHaveProperty('idempotencyKey');
});

it('a claim says what the association said, and is taken back after a question', async () => {
  let withdrawn = 0;
  fakeApi({
    'POST /api/me/external-hours/5/withdrawal': () => {
      withdrawn += 1;
      return { ...CLAIM, state: 'withdrawn', can: { mend: false, withdraw: false } };
    },
  });
  show(<ClaimDetail claim={CLAIM} />);
  expect(screen.getByText('审核意见：请补课程表')).toBeTruthy();
  expect(screen.getByText('申报6学时')).toBeTruthy();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: '撤回' }));
  expect(withdrawn).toBe(0);
  await user.click(screen.getAllByRole('button', { name: '撤回' }).at(-1)!);
  await waitFor(() => expect(withdrawn).toBe(1));
});

it('the list says of each claim where it stands and how many hours were accepted', async () => {
  const { note: _n, attachments: _a, opinion: _o, timeline: _t, version: _v, can: _c, ...row } = CLAIM;
  const items = [row, { ...row, id: 4, state: 'accepted', acceptedTenths: 40 }];
  fakeApi({ 'GET /api/me/external-hours': () => ({ items, next: null, total: 2, totalIsCapped: false }) });
  show(<ClaimList />);
  await screen.findByText('退回补正');
  expect(screen.getByText(/认定4学时（申报6学时）/)).toBeTruthy();
});
