import type { TableColumnsType } from 'antd';
import { CORRECTION_STATES, type CorrectionState } from '../../../bff/contract/corrections/enums.ts';
import type { CorrectionRow } from '../../../bff/contract/corrections/endpoints.ts';
import { SUBJECT_KINDS, type SubjectKind } from '../../../bff/contract/registry/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { formatInstant } from '../../ui/dates.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { Page } from '../../ui/Page.tsx';
import { CorrectionTag } from './CorrectionTag.tsx';
import { useCorrectionList } from './use-corrections.ts';

const filters = [
  { kind: 'choice', name: 'state', label: '状态', options: CORRECTION_STATES },
  { kind: 'choice', name: 'subjectKind', label: '会员类别', options: SUBJECT_KINDS },
] as const satisfies Filter<string>[];

const href = ({ id }: { id: number }) => pageUrl('correction', { id });
const asker = ({ isClaim, askerName, subjectKind }: CorrectionRow) =>
  isClaim ? `${askerName}（所在律所反映）` : subjectKind === 'firm' ? '本所' : '本人';

const columns: TableColumnsType<CorrectionRow> = [
  { title: '会员', key: 'name', render: (_, row) => <RowLink to={href(row)}>{row.subjectName}</RowLink> },
  { title: '证号', dataIndex: 'subjectLicenceNo', className: 'figures' },
  { title: '更正项目', dataIndex: 'label' },
  { title: '申请时登记', dataIndex: 'present', className: 'wrap', render: (text: string) => text || '—' },
  { title: '申请更正为', dataIndex: 'wanted', className: 'wrap' },
  { title: '申请人', key: 'asker', className: 'wrap', render: (_, row) => asker(row) },
  { title: '申请时间', dataIndex: 'requestedAt', className: 'figures', render: formatInstant },
  { title: '状态', dataIndex: 'state', render: (state: CorrectionState) => <CorrectionTag state={state} /> },
];

/** 更正申请: those that wait come the oldest first. */
export function CorrectionList() {
  const address = useAddressFilters(['state', 'subjectKind', 'subjectId']);
  const { state, subjectKind, subjectId } = address.values;
  const list = useCorrectionList(address.paging, {
    state: state as CorrectionState,
    subjectKind: subjectKind as SubjectKind,
    subjectId,
  });
  return (
    <Page title="更正申请" name="更正申请">
      <FilterBar filters={filters} address={address} />
      <DataTable<CorrectionRow>
        {...list}
        paging={address.paging}
        href={href}
        empty={state === 'open' ? '没有待处理的更正申请' : '没有符合条件的更正申请'}
        columns={columns}
        card={(row) => (
          <>
            <span className="card-line">
              <strong>
                {row.subjectName} · {row.label}
              </strong>
              <CorrectionTag state={row.state} />
            </span>
            <span className="multiline">
              {row.present || '—'} → {row.wanted}
            </span>
            <span className="quiet">
              {asker(row)} <span className="figures">{formatInstant(row.requestedAt)}</span>
            </span>
          </>
        )}
      />
    </Page>
  );
}
