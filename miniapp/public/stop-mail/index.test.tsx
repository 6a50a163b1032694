import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi } from '../../test/fake-api.ts';
import { OFFICE } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { taroState } from '../../test/taro.ts';
import StopMailPage from './index.tsx';

const OFFICE_ROUTE = { 'GET /api/settings/public': () => OFFICE };

beforeEach(() => {
  freshDevice();
  taroState.params = { t: 'tok' };
});

describe('the page that a stop link opens', () => {
  it('stops nothing by being opened; the button does', async () => {
    const seen = fakeApi({
      ...OFFICE_ROUTE,
      'POST /api/mail-stops/state': () => ({ isStopped: false }),
      'POST /api/mail-stops': () => ({ isStopped: true }),
    });
    show(<StopMailPage />);
    const button = await screen.findByRole('button', { name: /停止接收 Stop these mails/ });
    expect(screen.getByText('Stop mails that members send to you?')).toBeTruthy();
    expect(seen.some(({ route }) => route === 'POST /api/mail-stops')).toBe(false);
    await userEvent.click(button);
    await screen.findByRole('heading', { level: 1, name: '已停止' });
    expect(screen.getByText('Stopped')).toBeTruthy();
    expect(seen.filter(({ route }) => route === 'POST /api/mail-stops')).toMatchObject([{ body: { token: 'tok' } }]);
  });

  it('says that it is done already', async () => {
    fakeApi({ ...OFFICE_ROUTE, 'POST /api/mail-stops/state': () => ({ isStopped: true }) });
    show(<StopMailPage />);
    await screen.findByRole('heading', { level: 1, name: '已停止' });
    expect(screen.queryByRole('button', { name: /Stop these mails/ })).toBeNull();
  });
});
