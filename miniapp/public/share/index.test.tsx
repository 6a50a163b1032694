import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OpenedShareReply } from '../../../bff/contract/sharing/endpoints.ts';
import { queryClient } from '../../api/query-client.ts';
import { CLOSED } from '../../features/sharing/closed-link.ts';
import { bytesOf, fakeApi } from '../../test/fake-api.ts';
import { CERTIFICATE, OFFICE } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { taroState } from '../../test/taro.ts';
import SharePage from './index.tsx';

const OPENED: OpenedShareReply = {
  state: 'open',
  recipient: '江海银行文华支行',
  purpose: '贷款',
  expiresOn: '2026-12-22',
  mayDownload: false,
  verification: {
    answer: 'authentic',
    standing: 'valid',
    standingOn: null,
    expiresOn: null,
    isUnderReview: false,
    replacedBy: null,
    checkedAt: '2026-11-28T04:05:06.000Z',
    certificate: CERTIFICATE,
  },
};
const OFFICE_ROUTE = { 'GET /api/settings/public': () => OFFICE };

beforeEach(() => {
  freshDevice();
  taroState.params = { token: 'tok' };
});

describe('a shared certificate', () => {
  it('shows the answer first, in both languages, and whom the link is for', async () => {
    const seen = fakeApi({ ...OFFICE_ROUTE, 'POST /api/shared': () => OPENED });
    show(<SharePage />);
    await screen.findByRole('heading', { level: 1, name: '本协会出具' });
    expect(screen.getByText('Issued by this association')).toBeTruthy();
    expect(screen.getByText('江海银行文华支行')).toBeTruthy();
    expect(screen.getByText('「贷款」')).toBeTruthy();
    expect(screen.getByText(/由分享人填写，非本会证明内容/).textContent).toContain('not certified by the Association');
    expect(screen.queryByRole('button', { name: /下载/ })).toBeNull();
    const asked = seen.filter(({ route }) => route === 'POST /api/shared');
    expect(asked).toHaveLength(1);
    expect(asked[0]?.body).toEqual({ token: 'tok', visit: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown });
  });

  it('asked again by the same page is the same visit, and a withdrawal is noticed', async () => {
    let reply: OpenedShareReply = OPENED;
    const seen = fakeApi({ ...OFFICE_ROUTE, 'POST /api/shared': () => reply });
    show(<SharePage />);
    await screen.findByText('江海银行文华支行');
    reply = { state: 'revoked' };
    await act(() => queryClient.refetchQueries({ queryKey: ['shared'] }));
    await screen.findByRole('heading', { name: '链接已停止分享' });
    expect(screen.queryByText('江海银行文华支行')).toBeNull();
    const visits = seen
      .filter(({ route }) => route === 'POST /api/shared')
      .map(({ body }) => (body as { visit: string }).visit);
    expect(new Set(visits).size).toBe(1);
  });

  it.each(Object.keys(CLOSED) as (keyof typeof CLOSED)[])('that is %s shows nothing but that', async (state) => {
    fakeApi({ ...OFFICE_ROUTE, 'POST /api/shared': () => ({ state }) });
    show(<SharePage />);
    await screen.findByRole('heading', { level: 1, name: CLOSED[state].title.zh });
    expect(screen.getByRole('status').textContent).toContain(CLOSED[state].title.en);
    expect(screen.queryByText(/证明内容/)).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('asks for the access code, says when it is wrong, and keeps what was typed', async () => {
    const seen = fakeApi({
      ...OFFICE_ROUTE,
      'POST /api/shared': ({ body }) => {
        const { code } = body as { code?: string };
        return code === undefined ? { state: 'code_required' } : code === '123456' ? OPENED : { state: 'wrong_code' };
      },
    });
    show(<SharePage />);
    const field = await screen.findByLabelText('访问码');
    expect(screen.getByText('Enter the access code')).toBeTruthy();
    await userEvent.type(field, '12345{Enter}');
    await screen.findByText(/访问码不正确/);
    expect(screen.getByLabelText<HTMLInputElement>('访问码').value).toBe('12345');
    await userEvent.type(screen.getByLabelText('访问码'), '6{Enter}');
    await screen.findByRole('heading', { name: '本协会出具' });
    expect(seen.filter(({ route }) => route === 'POST /api/shared')).toHaveLength(3);
  });

  it('offers the file where the member allows it', async () => {
    const seen = fakeApi({
      ...OFFICE_ROUTE,
      'POST /api/shared': () => ({ ...OPENED, mayDownload: true }),
      'POST /api/shared/certificate.pdf': () => bytesOf('%PDF'),
    });
    URL.createObjectURL = () => '#file';
    URL.revokeObjectURL = () => undefined;
    show(<SharePage />);
    await userEvent.click(await screen.findByRole('button', { name: /下载证明文件/ }));
    await waitFor(() => expect(seen.some(({ route }) => route.endsWith('certificate.pdf'))).toBe(true));
    const body = seen.at(-1)?.body as { token: string; visit: string };
    expect(body).toEqual({ token: 'tok', visit: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown });
  });
});
