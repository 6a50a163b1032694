import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { fakeApi } from '../../test/fake-api.ts';
import { FIRM_SESSION, OFFICE, ownRow } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import HomePage from './index.tsx';

const workbench = { pending: 3, returned: 1, approved: 12, rejected: 2, recent: [ownRow({ purpose: '投标' })] };

beforeEach(freshDevice);

describe('首页', () => {
  it('counts what is waiting, approved and rejected, and each number opens exactly those', async () => {
    fakeApi({
      'GET /api/session': () => FIRM_SESSION,
      'GET /api/settings/public': () => OFFICE,
      'GET /api/me/workbench': () => workbench,
      'GET /api/me/inbox/unread': () => ({ unread: 0 }),
    });
    show(<HomePage />);
    const opened = async (name: string | RegExp) => (await screen.findByRole('link', { name })).getAttribute('href');
    expect(await opened('3 待审批')).toBe('/pages/applications/index?state=pending');
    expect(await opened('12 已通过')).toBe('/pages/applications/index?outcome=approved');
    expect(await opened('2 被驳回')).toBe('/pages/applications/index?outcome=rejected');
    expect(await opened(/1 份申请待补正/)).toBe('/pages/applications/index?state=returned');
    expect(screen.getByRole('link', { name: /2611220041/ }).textContent).toContain('投标');
  });
});
