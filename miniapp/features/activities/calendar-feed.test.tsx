import { beforeEach, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { CalendarFeed } from './calendar-feed.tsx';
import { OneActivity } from './one-activity.tsx';

beforeEach(freshDevice);

it('shows the address once, when it is made', async () => {
  let madeAt: string | null = null;
  const api = {
    'GET /api/me/calendar-feed': () => ({ madeAt, readAt: null }),
    'POST /api/me/calendar-feed': () => {
      madeAt = '2026-12-01T01:00:00.000Z';
      return { address: 'https://lv.example/api/calendars/x.ics', madeAt };
    },
  };
  fakeApi(api);
  const { unmount } = show(<CalendarFeed />);
  await userEvent.click(await screen.findByRole('button', { name: '生成订阅地址' }));
  expect(await screen.findByText('https://lv.example/api/calendars/x.ics')).toBeTruthy();
  unmount();
  show(<CalendarFeed />);
  expect(await screen.findByRole('button', { name: '换一个地址' })).toBeTruthy();
  expect(screen.queryByText(/calendars/)).toBeNull();
});

it('what is not there is said without a button that cannot help', async () => {
  fakeApi({ 'GET /api/me/activities/7': () => refuse('not_found') });
  show(<OneActivity id={7}>{() => null}</OneActivity>);
  await screen.findByRole('alert');
  expect(screen.queryByRole('button', { name: '重试' })).toBeNull();
});
