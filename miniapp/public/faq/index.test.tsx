import { beforeEach, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FaqItem } from '../../../bff/contract/faq/endpoints.ts';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { OFFICE } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import FaqPage from './index.tsx';

const ITEM: FaqItem = {
  id: 1,
  category: 'form',
  question: '怎样打印证明？',
  answer: '下载后用 A4 纸打印。\n不要缩放',
  body: [
    { tag: 'p', of: [{ text: '下载后用 ' }, { tag: 'strong', of: [{ text: 'A4' }] }, { text: ' 纸打印。' }] },
    { tag: 'ul', of: [{ tag: 'li', of: [{ text: '不要<b>缩放' }] }] },
  ],
  keywords: '打印机',
  audience: 'everybody',
};
beforeEach(() => {
  freshDevice();
  fakeApi({
    'GET /api/settings/public': () => OFFICE,
    'GET /api/session': () => refuse('not_signed_in'),
    'GET /api/faq': () => ({ items: [ITEM] }),
  });
});

it('before sign-in the page has its heading, and an answer is drawn tag by tag, never as markup', async () => {
  const { container } = show(<FaqPage />);
  await screen.findByRole('heading', { level: 1, name: '常见问题' });
  await userEvent.click(await screen.findByRole('button', { name: ITEM.question }));
  expect(screen.getByText('A4')).toBeTruthy();
  expect(screen.getByRole('listitem').textContent).toContain('不要<b>缩放');
  expect(container.querySelector('b, script')).toBeNull();
});

it('is searched by the words of its answers', async () => {
  show(<FaqPage />);
  await userEvent.type(await screen.findByRole('textbox', { name: /查找/ }), '缩放');
  expect(screen.getByRole('button', { name: ITEM.question })).toBeTruthy();
  await userEvent.type(screen.getByRole('textbox', { name: /查找/ }), '不存在');
  await screen.findByText(/没有找到/);
});
