import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { ActivityStatistics } from '../../../bff/contract/activity-statistics/replies.ts';
import { reply, startFakeServer } from '../../test/fake-server.ts';
import { openApp } from '../../test/open-app.tsx';
import { sessionOf } from '../../test/samples.ts';
import { filledIn } from './Show.tsx';

const FIGURES = { signed: 6, seated: 3, came: 2, absent: 1, onLeave: 1, cancelled: 0, unplaced: 2, tenths: 60 };
const STATISTICS: ActivityStatistics = {
  activities: 1,
  cancelledActivities: 0,
  capacity: 4,
  total: FIGURES,
  byActivity: [
    {
      id: 7,
      title: '合同编讲座',
      kind: 'training',
      beginsOn: '2026-12-11',
      isCancelled: false,
      capacity: 4,
      filledAfter: 64,
      ...FIGURES,
    },
  ],
  byKind: [{ key: 'training', label: '业务培训', ...FIGURES }],
  byCategory: [{ key: 'practising', label: '执业律师', ...FIGURES }],
  byPractice: [{ key: '0', label: '不满3年', ...FIGURES }],
  byFirm: [{ key: '1', label: '江海恒正律师事务所', ...FIGURES }],
};
const ASKED = 'GET /staff/activity-statistics';
beforeEach(() => {
  startFakeServer({
    'GET /staff/session': () => reply(sessionOf('events')),
    [ASKED]: () => reply(STATISTICS),
  });
});

test('numbers of a period, its activities line by line, and who they were', async () => {
  openApp('/activity-statistics?from=2026-12-01&to=2026-12-31');
  const table = (await screen.findByRole('heading', { name: '按活动' })).closest('section')!;
  const line = within(table).getByRole('link', { name: '合同编讲座' }).closest('tr')!;
  expect([...line.querySelectorAll('td')].map(({ textContent }) => textContent)).toEqual([
    '合同编讲座',
    '2026-12-11',
    '4',
    '1小时4分',
    '6',
    '3',
    '2',
    '1',
    '33%',
    '1',
    '0',
    '2',
    '6',
  ]);
  for (const heading of ['按执业类别', '按执业年限'])
    expect(screen.getByRole('heading', { name: heading })).toBeTruthy();
  expect(screen.getByText('江海恒正律师事务所')).toBeTruthy();
  // One kind alone says nothing that the sum does not.
  expect(screen.queryByRole('heading', { name: '按活动类型' })).toBeNull();
});

test('of one activity there is no period to choose, and a way back', async () => {
  openApp('/activity-statistics?from=2026-12-11&to=2026-12-11&activity=7');
  await screen.findByRole('heading', { name: '按活动' });
  expect(screen.queryByLabelText('活动日期从')).toBeNull();
});

test('how long it took in words', () => {
  expect([null, 0, 59, 60, 64, 1_500].map(filledIn)).toEqual(['—', '1分钟', '59分钟', '1小时', '1小时4分', '1天1小时']);
});
