import { recordEndpoints, type PeriodRow } from '../../../bff/contract/records/endpoints.ts';
import { RemoteSelect, type Choice } from '../../ui/form/RemoteSelect.tsx';
import { searchFirms } from '../../subjects/search-firms.ts';
import { WholeTimes } from '../../ui/WholeTimes.tsx';
import { periodText, type RecordSpec } from './record-spec.tsx';

export type PeriodValues = { firmId: Choice | null; outsideFirmName: string; fromOn: string; untilOn: string };

export const periods: RecordSpec<PeriodRow, PeriodValues> = {
  slug: 'practice-periods',
  label: '执业经历',
  empty: '没有执业机构记录',
  endpoints: {
    show: recordEndpoints.showPeriod,
    create: recordEndpoints.createPeriod,
    update: recordEndpoints.updatePeriod,
    remove: recordEndpoints.removePeriod,
  },
  fields: () => [
    {
      name: 'firmId',
      label: '执业机构',
      kind: 'own',
      isWide: true,
      control: (
        <RemoteSelect cacheKey={['firms', 'search']} search={searchFirms} placeholder="输入名称或许可证号查找" />
      ),
      hint: '补登或更正以往的执业经历；转所请在“修改”中办理',
    },
    {
      name: 'outsideFirmName',
      label: '外省机构名称',
      kind: 'text',
      isWide: true,
      hint: '在其他协会的机构执业时填写，此时执业机构留空',
    },
    { name: 'fromOn', label: '起始日期', kind: 'date', isRequired: true },
    { name: 'untilOn', label: '截止日期', kind: 'date', hint: '在该机构执业的最后一天；现执业机构留空' },
  ],
  initial: () => ({ firmId: null, outsideFirmName: '', fromOn: '', untilOn: '' }),
  toValues: ({ firmId, firmName, outsideFirmName, fromOn, untilOn }) => ({
    firmId: firmId === null ? null : { value: firmId, label: firmName },
    outsideFirmName,
    fromOn,
    untilOn: untilOn ?? '',
  }),
  toInput: ({ firmId, untilOn, ...rest }) => ({ ...rest, firmId: firmId?.value ?? null, untilOn: untilOn || null }),
  nameOf: ({ firmName, fromOn }) => `${fromOn}起在${firmName}`,
  summary: (row) => (
    <>
      <span className="quiet figures">
        <WholeTimes words={periodText(row)} />
      </span>{' '}
      {row.firmName}
      {row.firmId === null && <span className="quiet">（外省）</span>}
    </>
  ),
};
