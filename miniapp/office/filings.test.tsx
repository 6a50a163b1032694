import { beforeEach, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import SignInPage from '../pages/sign-in/index.tsx';
import { PublicPage } from '../shell/public-page.tsx';
import { fakeApi } from '../test/fake-api.ts';
import { OFFICE } from '../test/fixtures.ts';
import { freshDevice, show } from '../test/show.tsx';
import { Filings } from './filings.tsx';
import { Filings as InWechat } from './filings.weapp.tsx';

const FILED = { ...OFFICE, icpNumber: '京ICP备12345678号-1', policeNumber: '京公网安备11010102000001号' };
const numbers = () => screen.queryAllByRole('link', { name: /备/ }).map((link) => link.getAttribute('href'));

beforeEach(freshDevice);

it.each([
  ['the page to sign in', <SignInPage key="door" />],
  [
    'a page for everybody',
    <PublicPage key="public" title="核验证明">
      内容
    </PublicPage>,
  ],
])('%s bears the numbers of the site, each with the way to look it up', async (_where, page) => {
  fakeApi({ 'GET /api/settings/public': () => FILED });
  show(page);
  await screen.findByText(FILED.icpNumber);
  expect(numbers()).toEqual([
    'https://beian.miit.gov.cn/',
    'https://beian.mps.gov.cn/#/query/webSearch?code=11010102000001',
  ]);
});

it('shows the one that there is, and nothing where there is none', async () => {
  fakeApi({ 'GET /api/settings/public': () => ({ ...FILED, policeNumber: '' }) });
  const { unmount } = show(<Filings />);
  await screen.findByText(FILED.icpNumber);
  expect(numbers()).toHaveLength(1);
  unmount();
  freshDevice();
  fakeApi({ 'GET /api/settings/public': () => OFFICE });
  const { container } = show(<PublicPage title="核验证明">内容</PublicPage>);
  await screen.findAllByText(/江海市律师协会/);
  expect(container.querySelectorAll('a[target="_blank"]')).toHaveLength(0);
});

it('stands in no mini-program, whose filing WeChat shows', () => {
  fakeApi({ 'GET /api/settings/public': () => FILED });
  expect(show(<InWechat />).container.childElementCount).toBe(0);
});
