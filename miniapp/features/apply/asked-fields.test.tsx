import { beforeEach, describe, expect, it } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ApplicationField } from '../../../bff/contract/certificate-types/enums.ts';
import type { OwnRecord } from '../../../bff/contract/registry/endpoints.ts';
import { fakeApi } from '../../test/fake-api.ts';
import { freshDevice, show } from '../../test/show.tsx';
import { AskedFields } from './asked-fields.tsx';
import { contentOf, useDraft } from '../../application/draft.ts';

beforeEach(() => {
  freshDevice();
  useDraft.getState().open(7);
});

const lawyerRecord = (confirmedLatinName: string): OwnRecord => ({
  kind: 'lawyer',
  name: '林知远',
  sex: 'male',
  licenceNo: '14499201210100001',
  firmName: '江海清鸣律师事务所',
  category: 'practising',
  firstPractisedOn: '2012-03-04',
  confirmedLatinName,
});

function Form({ asks, faults = {} }: { asks: ApplicationField[]; faults?: Record<string, string> }) {
  const { draft, setValues } = useDraft();
  return (
    <AskedFields
      accountId={7}
      asks={asks}
      values={draft.values}
      faults={faults}
      set={(name) => (value) => setValues({ [name]: value })}
    />
  );
}
const sent = (asks: ApplicationField[]) => contentOf('some-type', asks, useDraft.getState().draft.values);

describe('what a type asks for', () => {
  it('abroad: Latin name and country, by the name people know it under', async () => {
    const asks: ApplicationField[] = ['latinName', 'country'];
    fakeApi({ 'GET /api/me/record': () => lawyerRecord('') });
    show(<Form asks={asks} />);
    await userEvent.type(await screen.findByLabelText(/拉丁字母姓名/), 'LIN Zhiyuan');
    await userEvent.selectOptions(screen.getByLabelText(/使用国家\/地区/), '新加坡');
    expect(sent(asks)).toMatchObject({ latinName: 'LIN Zhiyuan', country: 'SG' });
    expect(screen.queryByLabelText(/年度/)).toBeNull();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('abroad: a confirmed Latin name is offered as it stands, with no field, whatever an old draft says', async () => {
    const asks: ApplicationField[] = ['latinName'];
    useDraft.getState().setValues({ latinName: 'ZHANG San' });
    fakeApi({ 'GET /api/me/record': () => lawyerRecord('LIN Zhiyuan') });
    show(<Form asks={asks} />);
    await screen.findByText('LIN Zhiyuan');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(sent(asks)).toMatchObject({ latinName: 'LIN Zhiyuan' });
  });

  it('a year, the latest first; none chosen is left out', async () => {
    show(<Form asks={['year']} />);
    expect(sent(['year'])).not.toHaveProperty('year', expect.anything());
    const years = screen.getAllByRole('option').map((option) => option.textContent);
    const thisYear = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
    expect(years.slice(0, 3)).toEqual(['请选择', `${thisYear} 年度`, `${thisYear - 1} 年度`]);
    await userEvent.selectOptions(screen.getByLabelText(/年度/), `${thisYear - 1} 年度`);
    expect(sent(['year'])).toMatchObject({ year: String(thisYear - 1) });
  });

  it('somebody who practises no more, by number and name; and that he or she agrees', async () => {
    const asks: ApplicationField[] = ['formerLawyer', 'consent'];
    show(<Form asks={asks} faults={{ hasConsent: '请确认已征得当事人同意' }} />);
    fireEvent.change(screen.getByLabelText(/原执业证号/), { target: { value: '14499201210100399' } });
    fireEvent.change(screen.getByLabelText(/律师姓名/), { target: { value: '欧阳修远' } });
    const tick = screen.getByRole('checkbox', { name: /书面同意/ });
    expect(document.getElementById(tick.getAttribute('aria-describedby') ?? '')?.textContent).toContain('请确认');
    await userEvent.click(tick);
    expect(tick.getAttribute('aria-checked')).toBe('true');
    expect(sent(asks)).toMatchObject({
      formerLawyer: { licenceNo: '14499201210100399', name: '欧阳修远' },
      consent: true,
    });
  });
});
