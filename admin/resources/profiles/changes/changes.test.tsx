import { beforeEach, describe, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import type { ProfileChangeDetail, ProfileChangeRow } from '../../../../bff/contract/profile-changes/replies.ts';
import { reply, startFakeServer, type FakeServer } from '../../../test/fake-server.ts';
import { openApp } from '../../../test/open-app.tsx';
import { pageOf, sessionOf } from '../../../test/samples.ts';

const row: ProfileChangeRow = {
  id: 5,
  lawyerId: 3,
  name: '林知远',
  licenceNo: '14499201210100017',
  firmName: '江海鼎禾律师事务所',
  section: 'education',
  state: 'waiting',
  version: 2,
  doubts: 0,
  createdAt: '2026-11-22T05:46:00.000Z',
};
const e1 = (values: object) => [{ id: 'e1', variant: 'domestic', values: { school: '江海大学', ...values } }];
const detail = (more: Partial<ProfileChangeDetail> = {}): ProfileChangeDetail => ({
  ...row,
  profileId: 7,
  before: e1({ major: '法学' }),
  rows: e1({ major: '法学', college: '国际法学院' }),
  wanted: e1({ major: '民商法学', college: '国际法学院' }),
  saidNone: false,
  conflicts: [],
  hasSensitive: false,
  fields: {},
  findings: {},
  files: [],
  opinion: '',
  decidedBy: '',
  decidedAt: null,
  can: { decide: true },
  ...more,
});

let server: FakeServer;
beforeEach(() => {
  server = startFakeServer({
    'GET /staff/session': () => reply(sessionOf('registrar')),
    'GET /staff/profile-changes': () => reply(pageOf([row, { ...row, id: 6, name: '沈若溪', doubts: 1 }])),
    'GET /staff/profile-changes/5': () => reply(detail()),
  });
});
const decided = () => server.bodies('POST /staff/profile-changes/5/decision');

describe('信息变更', () => {
  test('the queue says what is to be changed, and passes together what has no doubts', async () => {
    server.on('POST /staff/profile-change-passes', () => reply({ items: [{ id: 5, failure: '该变更已撤回' }] }));
    const { user } = openApp('/profile-changes?state=waiting&section=education');
    expect((await screen.findByRole('link', { name: '林知远' })).getAttribute('href')).toContain('/profile-changes/5');
    expect(screen.getByText('1处存疑')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '选中本页无存疑的' }));
    await user.click(screen.getByRole('button', { name: '批量通过（1）' }));
    await user.click(screen.getByRole('button', { name: '确认通过 1 份' }));
    await screen.findByText('该变更已撤回');
    expect(server.bodies('POST /staff/profile-change-passes')).toEqual([{ items: [{ id: 5, version: 2 }] }]);
  });

  test('shows what is in force beside what is wanted; keys decide, Enter finishes', async () => {
    server.on('POST /staff/profile-changes/5/decision', () =>
      reply(detail({ state: 'effective', can: { decide: false } })),
    );
    const { user } = openApp('/profile-changes/5');
    expect(await screen.findByText('国际法学院', { selector: 'ins' })).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(decided()).toEqual([]);
    await user.keyboard('a');
    await screen.findByText('将通过，变更立即生效');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(decided()).toEqual([{ version: 2, verdict: 'pass', resolved: {} }]));
  });

  test('a conflict is settled one by one before anything is passed', async () => {
    server.on('GET /staff/profile-changes/5', () => reply(detail({ conflicts: ['e1.major'] })));
    server.on('POST /staff/profile-changes/5/decision', () => reply(detail({ state: 'effective' })));
    const { user } = openApp('/profile-changes/5');
    const conflict = await screen.findByRole('group', { name: '江海大学 › 专业' });
    expect(conflict.textContent).toContain('申请改为：民商法学');
    expect(screen.getByRole('button', { name: /^通\s?过$/ }).hasAttribute('disabled')).toBe(true);
    await user.click(within(conflict).getByRole('radio', { name: '按申请修改' }));
    await user.click(screen.getByRole('button', { name: /^通\s?过$/ }));
    await user.click(screen.getByRole('button', { name: '完成审核' }));
    await waitFor(() =>
      expect(decided()).toEqual([{ version: 2, verdict: 'pass', resolved: { 'e1.major': 'wanted' } }]),
    );
  });

  test('is rejected with an opinion', async () => {
    server.on('POST /staff/profile-changes/5/decision', () => reply(detail({ state: 'rejected' })));
    const { user } = openApp('/profile-changes/5');
    await screen.findByText('国际法学院', { selector: 'ins' });
    await user.keyboard('r');
    const form = await screen.findByRole('form', { name: '驳回“教育经历”' });
    await user.type(within(form).getByRole('textbox'), '毕业证书看不清');
    await user.click(within(form).getByRole('button', { name: '驳回此项' }));
    await user.click(screen.getByRole('button', { name: '完成审核' }));
    await waitFor(() => expect(decided()).toEqual([{ version: 2, verdict: 'reject', opinion: '毕业证书看不清' }]));
  });
});
