import { beforeEach, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { fakeApi } from '../../test/fake-api.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { OwnHours } from './own-hours.tsx';

beforeEach(freshDevice);

it('leads from a record that is wrong to a ticket that says which; one in dispute is not disputed twice', async () => {
  const record = (id: number, title: string, state: 'checked_in' | 'disputed') => ({
    id,
    activityId: 12,
    title,
    heldOn: '2026-03-01',
    tenths: 20,
    kind: 'business',
    source: 'activity',
    state,
  });
  const items = [record(1, '合同编讲座', 'checked_in'), record(2, '有争议的讲座', 'disputed')];
  const years = [{ year: 2026, countedTenths: 20, items }];
  const hours = {
    year: 2026,
    requiredTenths: 400,
    countedTenths: 20,
    parts: [],
    why: '',
    comingTenths: 0,
    years,
    fills: [],
  };
  fakeApi({ 'GET /api/me/hours': () => hours });
  show(<OwnHours />);
  const links = await screen.findAllByRole('link', { name: /^有异议/ });
  expect(links).toHaveLength(1);
  const address = new URL(links[0]?.getAttribute('href') ?? '', 'http://test');
  expect(Object.fromEntries(address.searchParams)).toEqual({
    category: 'activity',
    title: '学时异议：2026-03-01 合同编讲座',
    tied: 'activity:12',
  });
});

it('says of each kind what is missing, why fewer are asked, and what would fill it first', async () => {
  const activity = (id: number, title: string, part: 'ethics' | null) => ({
    id,
    title,
    kind: 'ethics',
    phase: 'open',
    isOnline: false,
    place: '律协培训厅',
    opensAt: '2026-03-01T01:00:00.000Z',
    closesAt: '2026-03-08T01:00:00.000Z',
    beginsAt: '2026-03-11T06:00:00.000Z',
    endsAt: '2026-03-11T09:00:00.000Z',
    hoursTenths: 30,
    capacity: 10,
    left: 3,
    perFirmMax: 0,
    fee: '免费',
    clash: '',
    part,
  });
  const hours = {
    year: 2026,
    requiredTenths: 200,
    parts: [{ kind: 'ethics', requiredTenths: 60, countedTenths: 20 }],
    why: '您于2026-11-01或以后首次执业，当年按50%计',
    // All that is asked for in sum, and too little of one kind.
    countedTenths: 240,
    comingTenths: 0,
    years: [],
    fills: [activity(1, '执业纪律讲座', 'ethics'), activity(2, '合同编讲座', null)],
  };
  fakeApi({ 'GET /api/me/hours': () => hours });
  show(<OwnHours />);
  await screen.findByText(/或以后首次执业，当年按50%计/);
  expect(screen.getByText('2 / 6学时，还缺4')).toBeTruthy();
  expect(screen.getByText('24 / 20学时，已修满')).toBeTruthy();
  expect(screen.getByText(/补职业道德与执业纪律/)).toBeTruthy();
  expect(screen.getByText('执业纪律讲座')).toBeTruthy();
});
