import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OwnApplicationRow } from '../../../bff/contract/certificates/endpoints.ts';
import { fakeApi, refuse, type Seen } from '../../test/fake-api.ts';
import { FIRM_SESSION, OFFICE, ownRow, SOME_LAWYERS } from '../../test/fixtures.ts';
import { taroRouterChanges } from '../../test/taro.ts';
import { freshDevice, setWidth, show } from '../../test/show.tsx';
import ApplicationsPage from './index.tsx';

const PAGE = 20;
const approved: Partial<OwnApplicationRow> = {
  state: 'decided',
  outcome: 'approved',
  can: { withdraw: false, download: true, mail: true },
  purpose: '投标',
  lawyerNames: ['林知远', '王芳', '江云舟'],
  lawyerCount: 12,
};

/** 25 applications, newest first, by keyset pages as the server gives them. */
function answer({ query }: Seen) {
  const all: OwnApplicationRow[] = Array.from({ length: 25 }, (_, index) =>
    ownRow({ id: 125 - index, number: `2611220${125 - index}`, ...(index === 0 ? approved : {}) }),
  );
  const from = Number(query.cursor ?? 0);
  const items = all.slice(from, from + PAGE);
  return { items, next: from + PAGE < all.length ? String(from + PAGE) : null, total: 1000, totalIsCapped: true };
}
const routes = {
  'GET /api/session': () => FIRM_SESSION,
  'GET /api/settings/public': () => OFFICE,
  'GET /api/certificate-types': () => [SOME_LAWYERS],
  'GET /api/applications': answer,
};
const queries = (seen: Seen[]) =>
  seen.filter((call) => call.route === 'GET /api/applications').map((call) => call.query);

beforeEach(freshDevice);
afterEach(() => setWidth(390));

describe('我的申请 on a phone', () => {
  it('shows two-line rows with the state in words and loads more', async () => {
    fakeApi(routes);
    show(<ApplicationsPage />);
    const first = await screen.findByRole('link', { name: /2611220125/ });
    expect(first.textContent).toContain('通过');
    expect(first.textContent).toContain('林知远、王芳、江云舟等12人　投标');
    expect(screen.getByText('共 1000+ 条')).toBeTruthy();
    expect(screen.queryByText(/2611220101/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '加载更多' }));
    expect(await screen.findByText(/2611220105/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '加载更多' })).toBeNull();
  });

  it('searches by number, lawyer or purpose', async () => {
    const seen = fakeApi(routes);
    show(<ApplicationsPage />);
    await screen.findByRole('link', { name: /2611220125/ });
    await userEvent.type(screen.getByLabelText('关键词'), '投标{Enter}');
    await waitFor(() => expect(queries(seen).at(-1)).toEqual({ search: '投标', order: 'newest', limit: '20' }));
    expect(location.search).toBe(`?search=${encodeURIComponent('投标')}`);
  });

  it('offers 重试 when the list fails', async () => {
    let isDown = true;
    fakeApi({ ...routes, 'GET /api/applications': (seen) => (isDown ? refuse('internal') : answer(seen)) });
    show(<ApplicationsPage />);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('您的申请记录不受影响');
    isDown = false;
    await userEvent.click(within(alert).getByRole('button', { name: '重试' }));
    expect(await screen.findByText(/2611220125/)).toBeTruthy();
  });
});

describe('我的证明 on a PC', () => {
  it('is a table with the columns of the spec, and the acts that the server allows', async () => {
    setWidth(1280);
    fakeApi(routes);
    show(<ApplicationsPage />);
    const table = within(await screen.findByRole('table', { name: '我的证明' }));
    const heads = table.getAllByRole('columnheader').map((head) => head.textContent?.replace(/\s*[↓↑]/, ''));
    expect(heads.join(' ')).toBe('编号 申请类型 涉及律师 用途 邮箱 申请时间审核时间 申请状态 审核结果 操作');
    expect(table.getByRole('button', { name: '下载 2611220125' })).toBeTruthy();
    expect(table.getByRole('button', { name: '发送邮箱 2611220125' })).toBeTruthy();
    expect(table.queryByRole('button', { name: '下载 2611220124' })).toBeNull();
    expect(table.getByRole('link', { name: '查看 2611220124' })).toBeTruthy();
  });

  it('turns pages by cursor, one at a time', async () => {
    setWidth(1280);
    const seen = fakeApi(routes);
    show(<ApplicationsPage />);
    await screen.findByText('2611220125');
    await userEvent.click(screen.getByRole('button', { name: '下一页' }));
    await screen.findByText('第 2 页');
    expect(screen.queryByText('2611220125')).toBeNull();
    expect(screen.getAllByRole('link', { name: /^查看/ })).toHaveLength(5);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '下一页' }).disabled).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: '上一页' }));
    expect(await screen.findByText('2611220125')).toBeTruthy();
    expect(queries(seen).some((query) => query.cursor === '20')).toBe(true);
  });

  it('asks only with the filters that are set, when 查询 is pressed, and forgets them on 重置', async () => {
    setWidth(1280);
    const seen = fakeApi(routes);
    show(<ApplicationsPage />);
    await screen.findByText('2611220125');
    await screen.findByRole('option', { name: SOME_LAWYERS.label });
    await userEvent.selectOptions(screen.getByLabelText('证明类型'), SOME_LAWYERS.label);
    await userEvent.selectOptions(screen.getByLabelText('申请状态'), '待审批');
    fireEvent.change(screen.getByLabelText('开始日期'), { target: { value: '2026-01-01' } });
    const before = queries(seen).length;
    await userEvent.click(screen.getByRole('button', { name: '查询' }));
    await waitFor(() => expect(queries(seen).length).toBeGreaterThan(before));
    const asked = { type: SOME_LAWYERS.code, state: 'pending', from: '2026-01-01' };
    expect(queries(seen).at(-1)).toEqual({ ...asked, order: 'newest', limit: '20' });
    expect(Object.fromEntries(new URLSearchParams(location.search))).toEqual(asked);
    await userEvent.click(screen.getByRole('button', { name: /^申请时间，/ }));
    await waitFor(() => expect(queries(seen).at(-1)).toMatchObject({ state: 'pending', order: 'oldest' }));
    await userEvent.click(screen.getByRole('button', { name: '重置' }));
    await waitFor(() => expect(queries(seen).at(-1)).toEqual({ order: 'oldest', limit: '20' }));
  });

  it('takes search and filters from the address, as a refresh, Back and the tiles of the home page do', async () => {
    setWidth(1280);
    history.replaceState(null, '', '/applications?search=%E6%B1%9F%20%E4%BA%91&outcome=rejected&state=none&from=2026');
    const seen = fakeApi(routes);
    show(<ApplicationsPage />);
    await screen.findByText('2611220125');
    expect(queries(seen).at(-1)).toEqual({ search: '江 云', outcome: 'rejected', order: 'newest', limit: '20' });
    expect(screen.getByLabelText<HTMLInputElement>('关键词').value).toBe('江 云');
    expect(screen.getByLabelText<HTMLSelectElement>('审核结果').value).toBe('rejected');
    // A link to the same page with other parameters.
    history.replaceState(null, '', '/applications?outcome=approved');
    act(taroRouterChanges);
    await waitFor(() => expect(queries(seen).at(-1)).toEqual({ outcome: 'approved', order: 'newest', limit: '20' }));
    expect(screen.getByLabelText<HTMLSelectElement>('审核结果').value).toBe('approved');
  });
});
