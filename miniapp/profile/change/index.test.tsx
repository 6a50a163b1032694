import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OwnArchive } from '../../../bff/contract/profile-changes/endpoints.ts';
import type { SaveSection } from '../../../bff/contract/profile/schemas.ts';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { LAWYER_SESSION, OFFICE } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { storage, taroState } from '../../test/taro.ts';
import OwnFilePage from '../file/index.tsx';
import ProfileChangePage from './index.tsx';

const AT = '2026-11-20T02:06:00.000Z';
const BASIC = { mobile: '13800138000', ethnicity: '01', homeAddress: '梅园路12号', practiceAreas: ['tax'] };
const archive = (more: Partial<OwnArchive> = {}): OwnArchive => ({
  version: 4,
  bar: '',
  approvedAt: AT,
  given: { name: '林知远', category: 'practising', nationality: 'CN', birthOn: '1985-03-12' },
  fields: {},
  sections: [
    { key: 'basic', rows: [{ id: 'self', values: BASIC }], saidNone: false },
    {
      key: 'family',
      rows: [{ id: 'f1', values: { relation: 'spouse', name: '周若岚', work: 'employed', told: true } }],
      saidNone: false,
    },
  ],
  changes: [],
  history: [{ section: 'basic', at: AT, by: 'member' }],
  files: [],
  ...more,
});
const waiting = (more: Partial<OwnArchive['changes'][number]> = {}): OwnArchive['changes'][number] => ({
  id: 9,
  section: 'basic',
  state: 'waiting',
  version: 1,
  before: [{ id: 'self', values: BASIC }],
  rows: [{ id: 'self', values: { ...BASIC, ethnicity: '02' } }],
  saidNone: false,
  createdAt: AT,
  decidedAt: null,
  opinion: '',
  can: { amend: true, withdraw: true },
  ...more,
});
const routes = { 'GET /api/session': () => LAWYER_SESSION, 'GET /api/settings/public': () => OFFICE };
const PHOTO = { 'GET /api/me/photo': () => refuse('not_found') };
const onDevice = () => JSON.stringify([...storage]);
function openChange(): void {
  taroState.params = { section: 'basic' };
  show(<ProfileChangePage />);
}

beforeEach(freshDevice);

describe('个人档案', () => {
  it('shows what is in force, beside it what waits, and takes that back', async () => {
    const user = userEvent.setup();
    fakeApi({
      ...routes,
      ...PHOTO,
      'GET /api/me/archive': () => archive({ changes: [waiting()] }),
      'POST /api/me/archive/changes/9/withdrawal': () =>
        archive({ changes: [waiting({ state: 'withdrawn', decidedAt: AT, can: { amend: false, withdraw: false } })] }),
    });
    show(<OwnFilePage />);
    await screen.findByText('变更待审核');
    expect(screen.getByText('现为：汉族')).toBeTruthy();
    expect(screen.getByText('申请改为：蒙古族')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '撤回变更：基本信息' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '撤回' }));
    await waitFor(() => expect(screen.queryByText('变更待审核')).toBeNull());
    expect(screen.getByText(/变更已撤回/)).toBeTruthy();
  });

  it('says why a change was rejected, and why nothing can be changed', async () => {
    const rejected = waiting({ state: 'rejected', opinion: '民族与身份证不一致', decidedAt: AT });
    const bar = '协会已退回修改，请在信息补全中修改后重新提交';
    fakeApi({ ...routes, ...PHOTO, 'GET /api/me/archive': () => archive({ bar, changes: [rejected] }) });
    show(<OwnFilePage />);
    await screen.findByText('审核意见：民族与身份证不一致');
    expect(screen.getByText(/以下是协会上次审核通过的内容/)).toBeTruthy();
    expect(screen.queryByText('我要变更')).toBeNull();
    expect(screen.getAllByText('暂不能变更')).toHaveLength(2);
  });
});

describe('我要变更', () => {
  it('hands a section in as it is wanted, against what was seen; what was begun is kept, what is sensitive is not', async () => {
    const user = userEvent.setup();
    const seen: SaveSection[] = [];
    fakeApi({
      ...routes,
      'GET /api/me/archive': () => archive(),
      'PUT /api/me/archive/sections/basic': ({ body }) => {
        seen.push(body as SaveSection);
        return { applied: ['手机'], confirming: [], waiting: [], archive: archive() };
      },
    });
    openChange();
    const mobile = await screen.findByLabelText(/手机/);
    expect(screen.getByText('林知远')).toBeTruthy();
    expect(screen.queryByLabelText(/核对结果/)).toBeNull();
    await user.clear(mobile);
    await user.type(mobile, '13900139000');
    await user.type(screen.getByLabelText(/家庭住址(?!（)/), '3栋');
    expect(onDevice()).toContain('13900139000');
    expect(onDevice()).not.toContain('梅园路');
    await user.click(screen.getByRole('button', { name: '提交变更' }));
    await waitFor(() => expect(seen).toHaveLength(1));
    expect(seen[0]).toMatchObject({
      version: 4,
      rows: [{ id: 'self', values: { ...BASIC, mobile: '13900139000', homeAddress: '梅园路12号3栋' } }],
    });
    await waitFor(() => expect(onDevice()).not.toContain('13900139000'));
  });

  it('says what the server refuses and keeps what was typed', async () => {
    const user = userEvent.setup();
    fakeApi({
      ...routes,
      'GET /api/me/archive': () => archive(),
      'PUT /api/me/archive/sections/basic': () => refuse('invalid_fields', { 'self.mobile': '手机应为11位数字' }),
    });
    openChange();
    const mobile = await screen.findByLabelText(/手机/);
    await user.type(mobile, '9');
    await user.click(screen.getByRole('button', { name: '提交变更' }));
    expect((await screen.findAllByText('手机应为11位数字')).length).toBeGreaterThan(0);
    expect(onDevice()).toContain('138001380009');
  });

  it('of what a reviewer looks at leaves what changes at once', async () => {
    const opened = waiting({ can: { amend: false, withdraw: true } });
    fakeApi({ ...routes, 'GET /api/me/archive': () => archive({ changes: [opened] }) });
    openChange();
    await screen.findByText(/审核人员正在审核本项的变更/);
    expect(screen.getByLabelText(/手机/)).toBeTruthy();
    expect(screen.queryByLabelText(/民族/)).toBeNull();
  });
});
