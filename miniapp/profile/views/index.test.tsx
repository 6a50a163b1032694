import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { fakeApi } from '../../test/fake-api.ts';
import { LAWYER_SESSION, OFFICE } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import ProfileViewsPage from './index.tsx';

const none = { items: [], next: null, total: 0, totalIsCapped: false };
const routes = {
  'GET /api/session': () => LAWYER_SESSION,
  'GET /api/settings/public': () => OFFICE,
  'GET /api/me/ticket-openings': () => none,
};
const OPENING = {
  id: 8,
  at: '2026-11-29T03:00:00.000Z',
  by: '客服（工号0012）',
  ticketId: 4,
  number: 'G2611290004',
  what: '440***********1234，查看事由：核对证件号码',
};
const VIEW = {
  at: '2026-11-29T02:06:00.000Z',
  what: '家庭成员',
  by: '会员管理（工号0007）',
  reason: '核对亲属任职回避情况',
};
beforeEach(freshDevice);

describe('谁看过我的信息', () => {
  it('says who opened what, when and why', async () => {
    fakeApi({ ...routes, 'GET /api/me/profile/views': () => ({ items: [VIEW] }) });
    show(<ProfileViewsPage />);
    expect(await screen.findByText('核对亲属任职回避情况')).toBeTruthy();
    expect(screen.getByText('家庭成员')).toBeTruthy();
    expect(screen.getByText('会员管理（工号0007）')).toBeTruthy();
  });

  it('says who opened identity documents and numbers in tickets', async () => {
    const openings = { ...none, items: [OPENING], total: 1 };
    const views = { 'GET /api/me/profile/views': () => ({ items: [] }) };
    fakeApi({ ...routes, ...views, 'GET /api/me/ticket-openings': () => openings });
    show(<ProfileViewsPage />);
    expect(await screen.findByText('工单 G2611290004 中的证件')).toBeTruthy();
    expect(screen.getByText(OPENING.what)).toBeTruthy();
    expect(screen.getByText('客服（工号0012）')).toBeTruthy();
  });

  it('says so where nobody did', async () => {
    fakeApi({ ...routes, 'GET /api/me/profile/views': () => ({ items: [] }) });
    show(<ProfileViewsPage />);
    expect(await screen.findByText('还没有人打开过您的敏感信息，也没有人导出过含有您的列表。')).toBeTruthy();
    expect(await screen.findByText('还没有人打开过您工单中的证件和证件号码。')).toBeTruthy();
  });
});
