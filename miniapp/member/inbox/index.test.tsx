import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { InboxRow } from '../../../bff/contract/notifications/endpoints.ts';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { FIRM_SESSION, OFFICE } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { visits } from '../../test/taro.ts';
import InboxPage from './index.tsx';

let rows: InboxRow[];
const entry = (id: number, isRead: boolean): InboxRow => ({
  id,
  event: 'rejected',
  title: '申请未通过',
  body: `第${id}条：<b>材料不齐</b>`,
  page: `application?id=${40 + id}`,
  createdAt: '2026-11-22T01:00:00.000Z',
  isRead,
});
const routes = {
  'GET /api/session': () => FIRM_SESSION,
  'GET /api/settings/public': () => OFFICE,
  'GET /api/inbox': ({ query }: { query: Record<string, string> }) => {
    const items = query.show === 'unread' ? rows.filter(({ isRead }) => !isRead) : rows;
    return { items, next: null, total: items.length, totalIsCapped: false };
  },
  'POST /api/inbox/read': ({ body }: { body: unknown }) => {
    const which = body as { id?: number; upTo?: number };
    rows = rows.map((row) => ({ ...row, isRead: row.isRead || row.id === which.id || row.id <= (which.upTo ?? 0) }));
    return { unread: rows.filter(({ isRead }) => !isRead).length };
  },
};
beforeEach(() => {
  freshDevice();
  rows = [entry(2, false), entry(1, true)];
});

describe('消息', () => {
  it('shows what is new in words, as written and not as markup', async () => {
    fakeApi(routes);
    show(<InboxPage />);
    const fresh = await screen.findByRole('link', { name: /第2条/ });
    expect(fresh.textContent).toContain('未读');
    expect(fresh.textContent).toContain('<b>材料不齐</b>');
    expect(screen.getByRole('link', { name: /第1条/ }).textContent).not.toContain('未读');
  });

  it('shows what is unread alone by its address, through a refresh', async () => {
    history.replaceState(null, '', '/inbox');
    fakeApi(routes);
    const { unmount } = show(<InboxPage />);
    await userEvent.click(await screen.findByRole('radio', { name: '未读' }));
    await waitFor(() => expect(location.search).toBe('?shown=unread'));
    unmount();
    show(<InboxPage />);
    expect((await screen.findByRole('radio', { name: '未读' })).getAttribute('aria-checked')).toBe('true');
    expect(await screen.findByRole('link', { name: /第2条/ })).toBeTruthy();
    expect(screen.queryByRole('link', { name: /第1条/ })).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: '全部' }));
    await waitFor(() => expect(location.search).toBe(''));
  });

  it('leads to the application and counts as read', async () => {
    const seen = fakeApi(routes);
    show(<InboxPage />);
    await userEvent.click(await screen.findByRole('link', { name: /第2条/ }));
    expect(visits.at(-1)).toBe('navigateTo /member/application/index?id=42');
    expect(seen.find(({ route }) => route === 'POST /api/inbox/read')?.body).toEqual({ id: 2 });
  });

  it('marks all that are on the screen, and then has nothing unread', async () => {
    const seen = fakeApi(routes);
    show(<InboxPage />);
    await userEvent.click(await screen.findByRole('button', { name: '全部标为已读' }));
    expect(seen.find(({ route }) => route === 'POST /api/inbox/read')?.body).toEqual({ upTo: 2 });
    await userEvent.click(screen.getByRole('radio', { name: '未读' }));
    expect(await screen.findByText('没有未读消息。')).toBeTruthy();
  });

  it('says so when there is nothing, and offers 重试 when it fails', async () => {
    rows = [];
    fakeApi(routes);
    show(<InboxPage />);
    expect(await screen.findByText(/还没有消息/)).toBeTruthy();
  });

  it('offers 重试 when it fails', async () => {
    let isDown = true;
    fakeApi({ ...routes, 'GET /api/inbox': (seen) => (isDown ? refuse('internal') : routes['GET /api/inbox'](seen)) });
    show(<InboxPage />);
    const alert = await screen.findByRole('alert');
    isDown = false;
    await userEvent.click(within(alert).getByRole('button', { name: '重试' }));
    expect(await screen.findByText(/第2条/)).toBeTruthy();
  });
});
