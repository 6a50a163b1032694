import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import {
  ABSENCE_WORTHS,
  RESTRICTION_STATES,
  type RestrictionState,
} from '../../../bff/contract/activity-restrictions/enums.ts';
import type { RestrictionRow } from '../../../bff/contract/activity-restrictions/replies.ts';
import { MAX_ACTIVITY_REASON } from '../../../bff/contract/activities/limits.ts';
import { formatDay, formatInstant } from '../../ui/dates.ts';
import { OneFieldForm } from '../../ui/form/OneFieldForm.tsx';
import { Grouped } from '../../ui/Grouped.tsx';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { Page } from '../../ui/Page.tsx';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';
import { WholeTimes } from '../../ui/WholeTimes.tsx';
import { useForgiving, useRestrictionList } from './use-restrictions.ts';

const filters = [
  { kind: 'choice', name: 'state', label: '状态', options: RESTRICTION_STATES },
  { kind: 'text', name: 'licenceNo', label: '执业证号' },
] as const satisfies Filter<string>[];
const TONES: Record<RestrictionState, Tone> = { current: 'alert', over: 'still', lifted: 'good' };

const causesOf = ({ absences }: RestrictionRow) =>
  absences.map(({ title, beginsAt, worth, reason }, at) => (
    <div key={at}>
      <span className="figures whole">{formatDay(beginsAt)}</span> {title}
      {worth === 'excused' && `（${ABSENCE_WORTHS.excused}：${reason}）`}
    </div>
  ));
const liftedOf = ({ liftedAt, liftedBy, liftReason }: RestrictionRow) =>
  liftedAt ? `${liftedBy || '自动解除'}，${formatInstant(liftedAt)}：${liftReason}` : '';

/** 爽约限制: who may only wait for popular activities, why, and until when; lifted with a reason. */
export function Restrictions() {
  const address = useAddressFilters(['state', 'licenceNo']);
  const { state, licenceNo } = address.values;
  const list = useRestrictionList(address.paging, {
    ...(state && { state: state as RestrictionState }),
    ...(licenceNo && { licenceNo }),
  });
  const [lifting, setLifting] = useState<RestrictionRow | null>(null);
  const lift = useForgiving('lift');
  const act = (row: RestrictionRow) =>
    row.state === 'current' && (
      <Button type="link" onClick={() => setLifting(row)} aria-label={`解除${row.name}的限制`}>
        解除
      </Button>
    );
  const columns: TableColumnsType<RestrictionRow> = [
    { title: '姓名', dataIndex: 'name' },
    { title: '执业证号', dataIndex: 'licenceNo', render: (value: string) => <Grouped value={value} /> },
    { title: '执业机构', dataIndex: 'firm', className: 'wrap' },
    { title: '开始', dataIndex: 'from', className: 'figures', render: formatInstant },
    { title: '截止', dataIndex: 'until', className: 'figures', render: formatInstant },
    { title: '缺席的活动', key: 'causes', className: 'wrap', render: (_, row) => causesOf(row) },
    {
      title: '状态',
      dataIndex: 'state',
      render: (value: RestrictionState) => <StateTag tone={TONES[value]} label={RESTRICTION_STATES[value]} />,
    },
    { title: '解除', key: 'lifted', className: 'wrap', render: (_, row) => liftedOf(row) || act(row) },
  ];
  return (
    <Page title="爽约限制" name="爽约限制">
      <p className="quiet">
        缺席达到设置的次数后自动限制；律师在“我的限制”看到原因，可以申诉。单次缺席在活动的报名名单中免除，免除后不再达到次数的，限制自动解除。
      </p>
      {lifting && (
        <OneFieldForm
          key={lifting.id}
          isSheet
          title={`解除${lifting.name}的限制`}
          hint="原因会告知本人，并记入操作日志；这几次缺席不再计入。"
          label="原因"
          field="reason"
          maxLength={MAX_ACTIVITY_REASON}
          act={{
            ...lift,
            mutate: (reason: string, options) => lift.mutate({ id: lifting.id, reason }, options as never),
          }}
          submitLabel="解除"
          onClose={() => setLifting(null)}
        />
      )}
      <FilterBar filters={filters} address={address} />
      <DataTable<RestrictionRow>
        {...list}
        paging={address.paging}
        empty="没有受限制的律师"
        columns={columns}
        card={(row) => (
          <>
            <span className="card-line">
              <strong>{row.name}</strong>
              <StateTag tone={TONES[row.state]} label={RESTRICTION_STATES[row.state]} />
            </span>
            <span>
              <Grouped value={row.licenceNo} /> · {row.firm}
            </span>
            <span>
              <WholeTimes words={`${formatInstant(row.from)} 至 ${formatInstant(row.until)}`} />
            </span>
            <div>{causesOf(row)}</div>
            <span>{liftedOf(row) || act(row)}</span>
          </>
        )}
      />
    </Page>
  );
}
