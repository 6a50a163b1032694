import { beforeEach, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ShareLinkReply } from '../../../bff/contract/sharing/endpoints.ts';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { application } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { said } from '../../test/said.ts';
import { SharePanel } from './share-panel.tsx';

const LINK: ShareLinkReply = {
  id: 5,
  recipient: '江海银行',
  purpose: '贷款',
  url: 'https://example.test/s/tok',
  code: '123456',
  createdAt: '2026-11-22T01:00:00.000Z',
  expiresOn: '2026-12-22',
  viewLimit: 3,
  views: 1,
  mayDownload: false,
  state: 'open',
  version: 1,
  can: { revoke: true, change: true },
  opened: [{ at: '2026-11-22T02:30:00.000Z', device: '微信' }],
};
const shared = (share = true) =>
  application({ can: { withdraw: false, download: true, mail: true, share, complete: false }, issueState: 'issued' });

beforeEach(freshDevice);

it('shows for whom, when it was opened and with what; ends at one tap', async () => {
  const seen = fakeApi({
    'GET /api/applications/41/shares': () => [LINK],
    'POST /api/applications/41/shares/5/revocation': () => [
      { ...LINK, state: 'revoked', url: null, code: null, can: { revoke: false, change: false } },
    ],
  });
  show(<SharePanel application={shared()} />);
  await screen.findByText('江海银行');
  expect(screen.getByText(said('2026-11-22 10:30 · 微信'))).toBeTruthy();
  expect(screen.getByText(/已查看 1 \/ 3 次/)).toBeTruthy();
  expect(screen.getByText('访问码 123456')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '停止分享给江海银行' }));
  expect(await screen.findByText('已停止分享')).toBeTruthy();
  expect(screen.queryByText('https://example.test/s/tok')).toBeNull();
  expect(seen.map(({ route }) => route)).toContain('POST /api/applications/41/shares/5/revocation');
});

it('copies the link and says so', async () => {
  const user = userEvent.setup();
  fakeApi({ 'GET /api/applications/41/shares': () => [LINK] });
  show(<SharePanel application={shared()} />);
  await user.click(await screen.findByRole('button', { name: '复制链接：江海银行' }));
  expect(await screen.findByText('链接已复制')).toBeTruthy();
  expect(await navigator.clipboard.readText()).toBe(LINK.url);
});

it('makes a link for thirty days without limits unless told otherwise, and keeps a faulty form', async () => {
  const bodies: unknown[] = [];
  fakeApi({
    'GET /api/applications/41/shares': () => [],
    'POST /api/applications/41/shares': ({ body }) => {
      bodies.push(body);
      return bodies.length === 1 ? refuse('invalid_fields', { recipient: '请填写接收方' }) : [LINK];
    },
  });
  show(<SharePanel application={shared()} />);
  await userEvent.click(await screen.findByRole('button', { name: '新建分享链接' }));
  const form = within(screen.getByRole('form', { name: '新建分享链接' }));
  await userEvent.type(form.getByLabelText('用途'), '贷款');
  await userEvent.click(form.getByRole('button', { name: '生成链接' }));
  expect(await form.findByText('请填写接收方')).toBeTruthy();
  expect(form.getByLabelText<HTMLInputElement>('用途').value).toBe('贷款');
  await userEvent.type(form.getByLabelText(/接收方/), '江海银行');
  await userEvent.selectOptions(form.getByLabelText('查看次数'), '3');
  await userEvent.click(form.getByRole('switch', { name: '需要访问码' }));
  await userEvent.click(form.getByRole('button', { name: '生成链接' }));
  expect(await screen.findByText('https://example.test/s/tok')).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
  const expiresOn = expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as unknown;
  const body = { recipient: '', purpose: '贷款', expiresOn, viewLimit: null, hasCode: false, mayDownload: false };
  expect(bodies).toEqual([body, { ...body, recipient: '江海银行', viewLimit: '3', hasCode: true }]);
});

it('of a certificate that does not stand shows what there was, and makes no more', async () => {
  fakeApi({ 'GET /api/applications/41/shares': () => [LINK] });
  show(<SharePanel application={shared(false)} />);
  await screen.findByText('江海银行');
  expect(screen.queryByRole('button', { name: '新建分享链接' })).toBeNull();
  expect(screen.getByRole('button', { name: '停止分享给江海银行' })).toBeTruthy();
});

it('prolongs a link that has expired, with the reason where the limit is too small', async () => {
  const ended: ShareLinkReply = {
    ...LINK,
    state: 'expired',
    url: null,
    code: null,
    can: { revoke: false, change: true },
  };
  const bodies: unknown[] = [];
  fakeApi({
    'GET /api/applications/41/shares': () => [ended],
    'PUT /api/applications/41/shares/5': ({ body }) => {
      bodies.push(body);
      return bodies.length === 1 ? refuse('invalid_fields', { viewLimit: '已查看3次，次数上限应大于该数' }) : [LINK];
    },
  });
  show(<SharePanel application={shared()} />);
  await userEvent.click(await screen.findByRole('button', { name: '修改给江海银行的链接' }));
  const form = within(screen.getByRole('form', { name: '修改给江海银行的链接' }));
  await userEvent.click(form.getByRole('button', { name: '保存' }));
  expect(await form.findByText('已查看3次，次数上限应大于该数')).toBeTruthy();
  await userEvent.selectOptions(form.getByLabelText('查看次数'), '10');
  await userEvent.click(form.getByRole('button', { name: '保存' }));
  expect(await screen.findByText('https://example.test/s/tok')).toBeTruthy();
  expect(bodies.at(-1)).toMatchObject({ purpose: '贷款', viewLimit: '10' });
  expect((bodies.at(-1) as { expiresOn: string }).expiresOn > new Date().toISOString().slice(0, 10)).toBe(true);
});

it('says what it saw: what a colleague has changed meanwhile is read anew, not written over', async () => {
  const theirs: ShareLinkReply = { ...LINK, version: 2, purpose: '授信' };
  let now = LINK;
  const bodies: unknown[] = [];
  const seen = fakeApi({
    'GET /api/applications/41/shares': () => [now],
    'PUT /api/applications/41/shares/5': ({ body }) => {
      bodies.push(body);
      now = theirs;
      return refuse('changed_meanwhile');
    },
  });
  show(<SharePanel application={shared()} />);
  const openForm = async () => {
    await userEvent.click(await screen.findByRole('button', { name: '修改给江海银行的链接' }));
    return within(screen.getByRole('form', { name: '修改给江海银行的链接' }));
  };
  const form = await openForm();
  await userEvent.click(form.getByRole('button', { name: '保存' }));
  expect(await form.findByRole('alert')).toBeTruthy();
  // The list has the newer one by now; the form still goes by what it was opened with.
  await waitFor(() => expect(seen.filter(({ route }) => route.startsWith('GET'))).toHaveLength(2));
  await userEvent.click(form.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(bodies).toHaveLength(2));
  expect(bodies).toEqual([expect.objectContaining({ version: 1 }), expect.objectContaining({ version: 1 })]);
  await userEvent.click(await form.findByRole('button', { name: '取消' }));
  expect((await openForm()).getByLabelText<HTMLInputElement>('用途').value).toBe('授信');
});
