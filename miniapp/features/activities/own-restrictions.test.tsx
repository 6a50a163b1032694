import { beforeEach, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import type { OwnRestrictions as Restrictions } from '../../../bff/contract/activity-restrictions/replies.ts';
import { fakeApi } from '../../test/fake-api.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { OwnRestrictions } from './own-restrictions.tsx';

beforeEach(freshDevice);

const absence = (registrationId: number, title: string, worth: Restrictions['absences'][number]['worth']) => ({
  registrationId,
  activityId: 30 + registrationId,
  title,
  beginsAt: '2026-11-20T06:00:00.000Z',
  worth,
  reason: worth === 'excused' ? '会场停电' : '',
});
const RESTRICTED: Restrictions = {
  now: '2026-12-01T01:00:00.000Z',
  current: { from: '2026-11-25T01:00:00.000Z', until: '2027-01-24T01:00:00.000Z', means: '开始24小时内只能加入候补' },
  rule: '12个月内爽约3次的，60天内先候补。',
  counting: 0,
  limit: 3,
  absences: [absence(1, '行政诉讼讲座', 'used'), absence(2, '合规沙龙', 'excused')],
};

it('says why and until when, and 申诉 opens the right ticket, filled in', async () => {
  fakeApi({ 'GET /api/me/activity-restrictions': () => RESTRICTED });
  show(<OwnRestrictions />);
  expect(await screen.findByText(/2027-01-24/)).toBeTruthy();
  const links = screen.getAllByRole('link');
  const givenOf = (link: HTMLElement) =>
    Object.fromEntries(new URL(link.getAttribute('href') ?? '', 'http://test').searchParams);
  expect(links.map(givenOf)).toEqual([
    { category: 'activity', title: '申诉：活动报名限制（2026-11-25起）' },
    { category: 'activity', title: '申诉：缺席 2026-11-20 行政诉讼讲座', tied: 'activity:31' },
  ]);
  // What does not count is not objected to, and says why it does not.
  expect(screen.getByText(/合规沙龙（已免除：会场停电）/)).toBeTruthy();
});

it('without a restriction says how many more lead to one', async () => {
  fakeApi({ 'GET /api/me/activity-restrictions': () => ({ ...RESTRICTED, current: null, counting: 2 }) });
  show(<OwnRestrictions />);
  expect(await screen.findByText(/目前计入2次，满3次将受限/)).toBeTruthy();
});
