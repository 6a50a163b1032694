import { beforeEach, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { fakeApi } from '../../test/fake-api.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { OwnHours } from './own-hours.tsx';

beforeEach(freshDevice);

it('leads from a record that is wrong to a ticket that says which; one in dispute is not disputed twice', async () => {
  const record = (id: number, title: string, state: 'checked_in' | 'disputed') => ({
    id,
    title,
    heldOn: '2026-03-01',
    tenths: 20,
    kind: 'business',
    source: 'activity',
    state,
  });
  const items = [record(1, '合同编讲座', 'checked_in'), record(2, '有争议的讲座', 'disputed')];
  const years = [{ year: 2026, countedTenths: 20, items }];
  const hours = { year: 2026, requiredTenths: 400, countedTenths: 20, comingTenths: 0, years, fills: [] };
  fakeApi({ 'GET /api/me/hours': () => hours });
  show(<OwnHours />);
  const links = await screen.findAllByRole('link', { name: /^有异议/ });
  expect(links).toHaveLength(1);
  const address = new URL(links[0]?.getAttribute('href') ?? '', 'http://test');
  expect(Object.fromEntries(address.searchParams)).toEqual({
    category: 'activity',
    title: '学时异议：2026-03-01 合同编讲座',
  });
});
