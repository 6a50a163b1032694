import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi } from '../../test/fake-api.ts';
import { FIRM_SESSION, LAWYER_SESSION, OFFICE } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import RegistrationFormPage from './index.tsx';

const FORM = { approvedOn: '2026-11-29', number: 'DJ2611290001', hasFamily: true };
const routes = { 'GET /api/session': () => LAWYER_SESSION, 'GET /api/settings/public': () => OFFICE };
beforeEach(freshDevice);

describe('律师基本信息登记表', () => {
  it('says when there is one, and asks for the copy that was chosen', async () => {
    const asked: string[] = [];
    fakeApi({
      ...routes,
      'GET /api/me/registration-form': () => FORM,
      'GET /api/me/registration-form/file': ({ query }: { query: Record<string, string> }) => {
        asked.push(query['copy'] ?? '');
        return new ArrayBuffer(8);
      },
    });
    show(<RegistrationFormPage />);
    expect(await screen.findByText('DJ2611290001')).toBeTruthy();
    expect(screen.queryByText(/这一联含有敏感信息/)).toBeNull();
    await userEvent.click(screen.getByRole('switch', { name: /含家庭信息/ }));
    expect(screen.getByText(/这一联含有敏感信息/)).toBeTruthy();
  });

  it('says what to wait for before the first approval', async () => {
    fakeApi({
      ...routes,
      'GET /api/me/registration-form': () => ({ approvedOn: null, number: null, hasFamily: false }),
    });
    show(<RegistrationFormPage />);
    expect(await screen.findByText(/还没有可以打印的登记表/)).toBeTruthy();
  });

  it('is none of a firm', async () => {
    fakeApi({ ...routes, 'GET /api/session': () => FIRM_SESSION });
    show(<RegistrationFormPage />);
    expect(await screen.findByText('登记表由律师用本人的账号打印。')).toBeTruthy();
  });
});
