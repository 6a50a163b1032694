import { beforeEach, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { PRIVACY_VERSION } from '../../../bff/contract/privacy/enums.ts';
import { queryClient } from '../../api/query-client.ts';
import { SESSION_KEY } from '../../session/use-session.ts';
import { shownDay } from '../../ui/shown-day.ts';
import { fakeApi } from '../../test/fake-api.ts';
import { FIRM_SESSION, HOURS, OFFICE } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { said } from '../../test/said.ts';
import PrivacyPage from './index.tsx';

beforeEach(freshDevice);
const OPEN = { 'GET /api/settings/public': () => OFFICE, 'GET /api/office-hours': () => HOURS };

it('is for everybody to read: who, what for, how long, to whom, the rights, and its edition', async () => {
  const seen = fakeApi(OPEN);
  show(<PrivacyPage />);
  await screen.findByRole('heading', { level: 1, name: '隐私保护指引' });
  expect(screen.getByText(`${shownDay(PRIVACY_VERSION)}版，自当日起施行`)).toBeTruthy();
  for (const part of [/处理哪些信息/, /微信的哪些能力/, /向谁提供/, /保存多久/, /您的权利/])
    expect(screen.getByRole('heading', { level: 2, name: part })).toBeTruthy();
  await screen.findByRole('heading', { level: 2, name: /联系我们/ });
  // The telephone has hours of its own, which the counter's are not.
  await screen.findAllByText(new RegExp(HOURS.telephone.words));
  expect(seen.map(({ route }) => route)).toEqual(Object.keys(OPEN));
});

it('shows a member who of the account agreed to what, and when it was taken back', async () => {
  queryClient.setQueryData(SESSION_KEY, FIRM_SESSION);
  const consent = { version: '2026-11-22', agreedAt: '2026-11-22T01:00:00.000Z' };
  fakeApi({
    ...OPEN,
    'GET /api/privacy-consents': () => [
      { ...consent, id: 2, person: '主任', withdrawnAt: '2026-11-23T01:00:00.000Z' },
      { ...consent, id: 1, person: '内勤 小周', withdrawnAt: null },
    ],
  });
  show(<PrivacyPage />);
  await screen.findByRole('heading', { name: '同意记录' });
  expect(screen.getByText(said('2026-11-22 09:00 同意，2026-11-23 09:00 撤回'))).toBeTruthy();
  expect(screen.getByText(said('2026-11-22 09:00 同意'))).toBeTruthy();
});
