import { beforeEach, expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import NotFoundPage from '../pages/not-found/index.tsx';
import { PublicPage } from '../shell/public-page.tsx';
import { fakeApi } from '../test/fake-api.ts';
import { HOURS, OFFICE } from '../test/fixtures.ts';
import { freshDevice, show } from '../test/show.tsx';
import { Hotline } from './hotline.tsx';

const OPEN = { ...HOURS, telephone: { ...HOURS.telephone, isOpen: true, closedFor: '', opensWords: '' } };
beforeEach(freshDevice);

it.each([
  ['a page of an error', <NotFoundPage key="lost" />],
  [
    'a page for everybody',
    <PublicPage key="public" title="核验证明">
      内容
    </PublicPage>,
  ],
])('%s says whom to call, and whether somebody answers now', async (_where, page) => {
  fakeApi({ 'GET /api/settings/public': () => OFFICE, 'GET /api/office-hours': () => OPEN });
  show(page);
  await screen.findByText('现在可拨打');
  const [number] = screen.getAllByRole('link', { name: OFFICE.registryPhone });
  expect(number?.getAttribute('href')).toBe('tel:070088886601');
});

it('leads to whoever keeps the system running, by telephone and to their site', async () => {
  const opened = jest.spyOn(window, 'open').mockReturnValue(null);
  const supplier = { supplierPhone: '4000-000-000', supplierWebsite: 'https://support.example.com' };
  fakeApi({ 'GET /api/settings/public': () => OFFICE, 'GET /api/office-hours': () => ({ ...HOURS, ...supplier }) });
  show(<Hotline offersTicket={false} />);
  await screen.findByRole('link', { name: '4000-000-000' });
  await userEvent.click(screen.getByRole('button', { name: '网站' }));
  expect(opened.mock.calls.at(-1)?.[0]).toBe('https://support.example.com');
});

it('leads to the office on a map where the association has said where it is', async () => {
  const opened = jest.spyOn(window, 'open').mockReturnValue(null);
  fakeApi({ 'GET /api/settings/public': () => ({ ...OFFICE, officeMapPoint: '23.021548,113.121416' }) });
  const { unmount } = show(<Hotline offersTicket={false} />);
  await userEvent.click(await screen.findByRole('button', { name: '在地图中查看' }));
  expect(opened.mock.calls.at(-1)?.[0]).toContain(encodeURIComponent('coord:23.021548,113.121416'));
  unmount();
  freshDevice();
  fakeApi({ 'GET /api/settings/public': () => OFFICE });
  show(<Hotline offersTicket={false} />);
  await screen.findByText(/文华区1号/);
  expect(screen.queryByRole('button', { name: '在地图中查看' })).toBeNull();
});
