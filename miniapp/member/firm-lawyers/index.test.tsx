import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FirmLawyer } from '../../../bff/contract/profile-progress/endpoints.ts';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { FIRM_SESSION, LAWYER_SESSION, OFFICE } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import FirmLawyersPage from './index.tsx';

const LAWYER: FirmLawyer = {
  id: 5,
  name: '林知远',
  licenceNo: '14499201010000001',
  category: 'practising',
  status: 'active',
  percent: 76,
  isDone: false,
};
const page = (items: FirmLawyer[]) => ({ items, next: null, total: items.length, totalIsCapped: false });
const routes = {
  'GET /api/session': () => FIRM_SESSION,
  'GET /api/settings/public': () => OFFICE,
  'GET /api/me/firm/lawyers': () =>
    page([
      LAWYER,
      { ...LAWYER, id: 6, name: '周若岚', isDone: true, percent: 100 },
      { ...LAWYER, id: 7, name: '顾维桢', percent: 100 },
    ]),
};
beforeEach(freshDevice);

describe('律师列表', () => {
  it('shows each lawyer with one figure, and leads to what is wrong', async () => {
    fakeApi(routes);
    show(<FirmLawyersPage />);
    expect(await screen.findByText('信息补全未完成 76%')).toBeTruthy();
    expect(screen.getByText('信息补全已完成')).toBeTruthy();
    // Nothing is missing, and the firm is not told whether it waits or was sent back.
    expect(screen.getByText('信息补全已填齐，审核未完成')).toBeTruthy();
    expect(screen.getByRole('link', { name: '林知远的信息有误' })).toBeTruthy();
  });

  it('says whether a number is the one on record, and what it refuses', async () => {
    let isRefused = false;
    fakeApi({
      ...routes,
      'POST /api/me/lawyers/5/identity-check': () =>
        isRefused ? refuse('too_many_requests') : { matches: false, left: 2 },
    });
    show(<FirmLawyersPage />);
    await userEvent.click(await screen.findByRole('button', { name: '核对证件号：林知远' }));
    await userEvent.click(screen.getByRole('button', { name: '核对' }));
    expect(await screen.findByText('请填写证件号码')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('证件号码'), '110101199003070396');
    await userEvent.click(screen.getByRole('button', { name: '核对' }));
    expect(await screen.findByText(/与协会登记的不一致.*今天还可核对2次/)).toBeTruthy();
    isRefused = true;
    await userEvent.click(screen.getByRole('button', { name: '核对' }));
    expect(await screen.findByText('操作过于频繁，请稍后再试')).toBeTruthy();
  });

  it('keeps what is looked for in its address, through a refresh', async () => {
    history.replaceState(null, '', '/firm-lawyers');
    const seen = fakeApi(routes);
    const { unmount } = show(<FirmLawyersPage />);
    await userEvent.type(await screen.findByLabelText('律师'), '周若{Enter}');
    await waitFor(() => expect(location.search).toBe(`?search=${encodeURIComponent('周若')}`));
    unmount();
    show(<FirmLawyersPage />);
    expect((await screen.findByLabelText<HTMLInputElement>('律师')).value).toBe('周若');
    const asked = seen.filter(({ route }) => route === 'GET /api/me/firm/lawyers');
    expect(asked.at(-1)?.query['search']).toBe('周若');
  });

  it('is no page of a lawyer', async () => {
    fakeApi({ ...routes, 'GET /api/session': () => LAWYER_SESSION });
    show(<FirmLawyersPage />);
    expect(await screen.findByText(/由律所、公司律师办公室等团体会员查看/)).toBeTruthy();
  });
});
