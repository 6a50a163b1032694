import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { HomeReply } from '../../../bff/contract/home/endpoints.ts';
import { fakeApi } from '../../test/fake-api.ts';
import { FIRM_SESSION, OFFICE, ownRow } from '../../test/fixtures.ts';
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

function showWith(home: () => HomeReply) {
  fakeApi({
    'GET /api/session': () => FIRM_SESSION,
    'GET /api/settings/public': () => OFFICE,
    'GET /api/me/home': home,
    'GET /api/inbox/unread': () => ({ unread: 4 }),
    'GET /api/me/inbox/unread': () => ({ unread: 4 }),
  });
  show(<HomePage />);
}

beforeEach(freshDevice);

describe('首页', () => {
  it('counts what is waiting, approved and rejected, and each number opens exactly those', async () => {
    showWith(() => HOME);
    const opened = async (name: string | RegExp) => (await screen.findByRole('link', { name })).getAttribute('href');
    expect(await opened('3 待审批')).toBe('/pages/applications/index?state=pending');
    expect(await opened('12 已通过')).toBe('/pages/applications/index?outcome=approved');
    expect(await opened('2 被驳回')).toBe('/pages/applications/index?outcome=rejected');
    expect(await opened(/1 份申请待补正/)).toBe('/pages/applications/index?state=returned');
    expect(screen.getByRole('link', { name: /2611220041/ }).textContent).toContain('投标');
  });

  it('puts what is first before everything else, and says of each card what it leads to', async () => {
    showWith(() => HOME);
    expect(await screen.findByRole('heading', { name: '请确认阅读公告' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '阅读并确认' })).toBeTruthy();
    expect(screen.getByRole('link', { name: /我的工单/ }).textContent).toContain('1件待您补充');
    expect(screen.getByRole('link', { name: /消息/ }).textContent).toContain('4条未读');
    expect(screen.getByRole('link', { name: /年度考核通知/ }).textContent).toContain('须确认');
  });

  it('shows the others where one part is missing, which can be asked for again', async () => {
    let home: HomeReply = { ...HOME, announcements: missing, tickets: missing, task: missing };
    showWith(() => home);
    expect(await screen.findByText(/公告暂时无法加载/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '3 待审批' })).toBeTruthy();
    expect(screen.getByRole('link', { name: /我的工单/ }).textContent).toContain('暂时无法加载');
    home = HOME;
    await userEvent.click(screen.getByRole('button', { name: '重试加载公告' }));
    await waitFor(() => expect(screen.getByRole('link', { name: /年度考核通知/ })).toBeTruthy());
  });
});
