import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OwnFile } from '../../../bff/contract/own-file/endpoints.ts';
import { fakeApi, refuse } from '../../test/fake-api.ts';
import { FIRM_SESSION, OFFICE } from '../../test/fixtures.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { said } from '../../test/said.ts';
import ArchivePage from './index.tsx';

const FILE: OwnFile = {
  kind: 'firm',
  firm: {
    name: '江海清鸣律师事务所',
    kind: 'law_firm',
    licenceNo: '24499201110000002',
    uscc: '31449901MD0000002X',
    status: 'active',
    lawyerCount: 9,
    address: '书院街8号',
    approvedOn: '2011-02-03',
    cancelledOn: null,
    personInCharge: '温书宁',
    phone: '',
    email: '',
    pendingChange: '地址变更',
    englishName: 'Qingming Law Firm',
    englishNameConfirmedOn: '2026-02-10',
  },
  formerNames: [],
  mergers: [],
  assessments: [{ id: 1, year: 2025, state: 'final', result: 'competent', filedOn: '2026-05-20' }],
  dues: [],
  discipline: [
    {
      id: 3,
      kind: 'warning',
      state: 'effective',
      documentNo: '江律纪字〔2025〕第1号',
      decidedOn: '2025-03-01',
      effectiveFromOn: '2025-03-10',
      effectiveUntilOn: null,
    },
  ],
};
const routes = { 'GET /api/session': () => FIRM_SESSION, 'GET /api/settings/public': () => OFFICE };
beforeEach(freshDevice);

describe('会员档案', () => {
  it('shows every list in the words of the association, empty ones too, and whom to call', async () => {
    fakeApi({ ...routes, 'GET /api/me/file': () => FILE });
    show(<ArchivePage />);
    expect(await screen.findByText('地址变更')).toBeTruthy();
    // A firm is 合格, where a lawyer would be 称职.
    expect(screen.getByText('合格')).toBeTruthy();
    expect(screen.getByText(said('2025-03-10 至 长期'))).toBeTruthy();
    expect(screen.getByText('没有会费记录。')).toBeTruthy();
    expect(await screen.findByText(OFFICE.disciplinePhone)).toBeTruthy();
    expect(await screen.findByText(said('国庆假期，10月8日 9:00 起可拨打'))).toBeTruthy();
  });

  it('says what happened when it cannot be read, and asks again', async () => {
    let isDown = true;
    fakeApi({ ...routes, 'GET /api/me/file': () => (isDown ? refuse('internal') : FILE) });
    show(<ArchivePage />);
    const retry = await screen.findByRole('button', { name: '重试' });
    isDown = false;
    await userEvent.click(retry);
    expect(await screen.findByText('地址变更')).toBeTruthy();
  });
});
