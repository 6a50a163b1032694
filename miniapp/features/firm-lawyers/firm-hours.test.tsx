import { beforeEach, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi } from '../../test/fake-api.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { FirmHoursList } from './firm-hours.tsx';

const LAWYER = {
  id: 3,
  name: '林知远',
  licenceNo: '14499201210100017',
  status: 'active',
  year: 2026,
  ethicsTenths: 30,
  ethicsOnsiteTenths: 10,
  businessTenths: 65,
  otherTenths: 0,
  totalTenths: 95,
  requiredTenths: 400,
  requiredEthicsTenths: 120,
  requiredEthicsOnsiteTenths: 40,
  requiredBusinessTenths: 0,
};
beforeEach(freshDevice);

it('says of each lawyer what the year has by kind and what is missing; the year and those who lack are asked for', async () => {
  const full = { ...LAWYER, id: 4, name: '沈若溪', ethicsTenths: 120, ethicsOnsiteTenths: 40, totalTenths: 400 };
  const online = { ...full, id: 5, name: '只听网课', ethicsOnsiteTenths: 15 };
  const seen = fakeApi({
    'GET /api/me/firm/hours': () => ({ items: [LAWYER, full, online], next: null, total: 3, totalIsCapped: false }),
  });
  show(<FirmHoursList />);
  await screen.findByText('林知远');
  for (const words of [
    '职业道德与执业纪律 3 / 12',
    '其中现场 1 / 4',
    '业务 6.5',
    '9.5 / 40学时',
    '还缺30.5',
    '还缺2.5',
    '已修满',
  ]) {
    expect(screen.getAllByText(words).length).toBeGreaterThan(0);
  }
  const user = userEvent.setup();
  await user.click(screen.getByRole('radio', { name: '未修满的' }));
  const last = new Date().getFullYear() - 1;
  await user.selectOptions(screen.getByRole('combobox', { name: '年度' }), `${last}年度`);
  await waitFor(() => expect(seen.at(-1)?.query).toMatchObject({ lacking: 'yes', year: String(last) }));
});
