import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SessionReply } from '../../../bff/contract/accounts/replies.ts';
import type { HomeReply } from '../../../bff/contract/home/endpoints.ts';
import { fakeApi } from '../../test/fake-api.ts';
import { FIRM_SESSION, LAWYER_SESSION, OFFICE, ownRow } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import HomePage from './index.tsx';

const there = <Value,>(value: Value) => ({ isThere: true as const, value });
const missing = { isThere: false } as const;
const announcement = {
  id: 7,
  title: '年度考核通知',
  category: 'notice',
  mustConfirm: true,
  publishedAt: '2026-11-28T01:00:00.000Z',
  isPinned: true,
  isRead: false,
} as const;
const HOME: HomeReply = {
  task: there({
    kind: 'announcement',
    title: '请确认阅读公告',
    words: '年度考核通知',
    percent: null,
    until: null,
    page: 'announcement?id=7',
    act: '阅读并确认',
  }),
  certificates: there({ pending: 3, returned: 1, approved: 12, rejected: 2, recent: [ownRow({ purpose: '投标' })] }),
  profile: there(null),
  activities: there(null),
  hours: there(null),
  tickets: there({ open: 2, asked: 1 }),
  inbox: there({ unread: 4 }),
  announcements: there([announcement]),
};

function showWith(home: () => HomeReply, session: SessionReply = FIRM_SESSION) {
  return fakeApi({
    'GET /api/session': () => session,
    'GET /api/me/photos/5/thumbnail': () => new ArrayBuffer(3),
    'GET /api/settings/public': () => OFFICE,
    'GET /api/me/home': home,
    'GET /api/inbox/unread': () => ({ unread: 4 }),
    'GET /api/me/inbox/unread': () => ({ unread: 4 }),
  });
}

beforeEach(freshDevice);

describe('首页', () => {
  it('counts what is waiting, approved and rejected, and each number opens exactly those', async () => {
    showWith(() => HOME);
    show(<HomePage />);
    const opened = async (name: string | RegExp) => (await screen.findByRole('link', { name })).getAttribute('href');
    expect(await opened('3 待审批')).toBe('/pages/applications/index?state=pending');
    expect(await opened('12 已通过')).toBe('/pages/applications/index?outcome=approved');
    expect(await opened('2 被驳回')).toBe('/pages/applications/index?outcome=rejected');
    expect(await opened(/1 份申请待补正/)).toBe('/pages/applications/index?state=returned');
    expect(screen.getByRole('link', { name: /2611220041/ }).textContent).toContain('投标');
  });

  it('puts what is first before everything else, and says of each card what it leads to', async () => {
    showWith(() => HOME);
    show(<HomePage />);
    expect(await screen.findByRole('heading', { name: '请确认阅读公告' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '阅读并确认' })).toBeTruthy();
    expect(screen.getByRole('link', { name: /我的工单/ }).textContent).toContain('1件待您补充');
    expect(screen.getByRole('link', { name: /消息/ }).textContent).toContain('4条未读');
    expect(screen.getByRole('link', { name: /年度考核通知/ }).textContent).toContain('须确认');
  });

  it('shows the others where one part is missing, which can be asked for again', async () => {
    let home: HomeReply = { ...HOME, announcements: missing, tickets: missing, task: missing };
    showWith(() => home);
    show(<HomePage />);
    expect(await screen.findByText(/公告暂时无法加载/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '3 待审批' })).toBeTruthy();
    expect(screen.getByRole('link', { name: /我的工单/ }).textContent).toContain('暂时无法加载');
    home = HOME;
    await userEvent.click(screen.getByRole('button', { name: '重试加载公告' }));
    await waitFor(() => expect(screen.getByRole('link', { name: /年度考核通知/ })).toBeTruthy());
  });

  it('has the photo of a lawyer who has one in use, and otherwise the first character of the name', async () => {
    const profile = { state: 'filling', percent: 40, left: 8, rejected: 0 } as const;
    const seen = showWith(() => ({ ...HOME, profile: there({ ...profile, photoId: null }) }), LAWYER_SESSION);
    const { unmount } = show(<HomePage />);
    expect(await screen.findByText('林')).toBeTruthy();
    expect(await screen.findByText('填写中 40%')).toBeTruthy();
    expect(seen.some(({ route }) => route.endsWith('/thumbnail'))).toBe(false);
    unmount();
    freshDevice();
    showWith(() => ({ ...HOME, profile: there({ ...profile, photoId: 5 }) }), LAWYER_SESSION);
    show(<HomePage />);
    const photo = await screen.findByRole('img', { name: '本人证件照片' });
    expect(photo.getAttribute('src')).toMatch(/^data:image\/jpeg;base64,/);
    expect(screen.queryByText('林')).toBeNull();
  });

  it('draws how much of the hours of this year there is, and says how long it is until the next activity', async () => {
    const beginsAt = new Date(Date.now() + 3.5 * 86_400_000).toISOString();
    showWith(
      () => ({
        ...HOME,
        hours: there({ year: 2026, tenths: 120, requiredTenths: 400 }),
        activities: there({
          offers: 0,
          coming: 1,
          next: { activityId: 3, title: '证据讲座', place: '本会', beginsAt },
          calledOff: [],
        }),
      }),
      LAWYER_SESSION,
    );
    show(<HomePage />);
    expect(await screen.findByRole('img', { name: '本年学时已修30%' })).toBeTruthy();
    const hours = screen.getByRole('link', { name: /活动学时/ });
    expect(hours.textContent).toContain('已修 12\u00a0/\u00a040');
    expect(hours.getAttribute('href')).toBe('/member/activities/index?view=hours');
    expect(screen.getByRole('link', { name: /证据讲座/ }).textContent).toContain('还有3天');
  });
});
