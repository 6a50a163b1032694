import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DataDownloads } from '../../../bff/contract/rights/endpoints.ts';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { FIRM_SESSION, LAWYER_SESSION, OFFICE } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import MyDataPage from './index.tsx';

const routes = { 'GET /api/session': () => LAWYER_SESSION, 'GET /api/settings/public': () => OFFICE };
const NONE: DataDownloads = { items: [], left: 3, identityFrom: null };
beforeEach(freshDevice);

describe('我的个人信息', () => {
  it('asks for the password, says when it is wrong, and offers the file when it is there', async () => {
    let tries = 0;
    fakeApi({
      ...routes,
      'GET /api/me/data-downloads': () => NONE,
      'POST /api/me/data-downloads': (): DataDownloads => {
        tries++;
        if (tries === 1) refuse('invalid_fields', { password: '当前密码不正确' });
        const at = '2026-11-29T02:00:00.000Z';
        const one = { id: 4, parts: 'usual', state: 'ready', askedAt: at, keptUntil: at, takenAt: null } as const;
        return { items: [one], left: 2, identityFrom: at };
      },
    });
    show(<MyDataPage />);
    await userEvent.type(await screen.findByLabelText('登录密码'), 'lvzheng2026');
    await userEvent.click(screen.getByRole('button', { name: '申请下载' }));
    expect(await screen.findByText('当前密码不正确')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '申请下载' }));
    expect(await screen.findByRole('button', { name: '下载' })).toBeTruthy();
  });

  it('offers identity documents apart, once their time has come', async () => {
    const asked: unknown[] = [];
    fakeApi({
      ...routes,
      'GET /api/me/data-downloads': (): DataDownloads => ({ ...NONE, identityFrom: '2026-11-29T02:00:00.000Z' }),
      'POST /api/me/data-downloads': ({ body }): DataDownloads => {
        asked.push(body);
        return NONE;
      },
    });
    show(<MyDataPage />);
    await userEvent.click(await screen.findByRole('radio', { name: '身份证件' }));
    await userEvent.type(screen.getByLabelText('登录密码'), 'lvzheng2026');
    await userEvent.click(screen.getByRole('button', { name: '申请下载' }));
    expect(asked).toEqual([{ password: 'lvzheng2026', parts: 'identity' }]);
    expect(screen.queryByRole('radio', { name: '身份证件' })).toBeNull();
  });

  it('says what is kept how long', async () => {
    fakeApi({ ...routes, 'GET /api/me/data-downloads': () => NONE });
    show(<MyDataPage />);
    expect(await screen.findByText('会籍终止之日起365天')).toBeTruthy();
  });

  it('is no page of a firm', async () => {
    fakeApi({ ...routes, 'GET /api/session': () => FIRM_SESSION });
    show(<MyDataPage />);
    expect(await screen.findByText(/由律师用本人的账号查询和下载/)).toBeTruthy();
  });
});
