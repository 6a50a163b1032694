import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TableColumnsType } from 'antd';
import { recordEndpoints, type DuesRow } from '../../../bff/contract/endpoints/records.ts';
import { DUES_STATES, SUBJECT_KINDS, type DuesState, type SubjectKind } from '../../../bff/contract/enums.ts';
import { call } from '../../providers/call.ts';
import { useMay } from '../../providers/permission.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { FilterBar, type Filter } from '../../ui/FilterBar.tsx';
import { Grouped } from '../../ui/Grouped.tsx';
import { Page } from '../../ui/Page.tsx';
import { RowLink } from '../../ui/RowLink.tsx';
import { useAddressFilters } from '../../ui/use-address-filters.ts';
import { DuesTag } from './dues.tsx';
import { formatYuan } from './money.ts';
import { NewRecordButton } from './NewRecordButton.tsx';
import { memberHref } from './record-spec.tsx';
import { recentYears } from './years.ts';

const filters = [
  { kind: 'text', name: 'search', label: '会员名称或证号' },
  { kind: 'choice', name: 'year', label: '年度', options: recentYears() },
  { kind: 'choice', name: 'subjectKind', label: '会员类别', options: SUBJECT_KINDS },
  { kind: 'choice', name: 'state', label: '缴费状态', options: DUES_STATES },
] as const satisfies Filter<string>[];

const editHref = ({ id }: DuesRow) => `/records/dues/${id}/edit`;

const columns: TableColumnsType<DuesRow> = [
  {
    title: '会员',
    dataIndex: 'subjectName',
    className: 'wrap',
    render: (name: string, row) => <RowLink to={memberHref(row)}>{name}</RowLink>,
  },
  { title: '证号', dataIndex: 'subjectLicenceNo', render: (value: string) => <Grouped value={value} /> },
  { title: '年度', dataIndex: 'year', className: 'figures' },
  { title: '应缴', dataIndex: 'dueFen', align: 'right', className: 'figures', render: formatYuan },
  { title: '已缴', dataIndex: 'paidFen', align: 'right', className: 'figures', render: formatYuan },
  { title: '状态', key: 'state', render: (_, row) => <DuesTag state={row.state} /> },
  { title: '缴清日期', dataIndex: 'settledOn', className: 'figures', render: (value: string | null) => value ?? '—' },
  { title: '备注', dataIndex: 'remark', className: 'wrap', render: (value: string) => value || '—' },
];

/** 会费 of all members. */
export function DuesList() {
  const mayEdit = useMay()(recordEndpoints.updateDues);
  const address = useAddressFilters(['search', 'year', 'subjectKind', 'state']);
  const { search, year, subjectKind, state } = address.values;
  const { cursor } = address.paging;
  const query = useQuery({
    queryKey: ['records', 'dues', address.values, cursor],
    queryFn: ({ signal }) =>
      call(
        recordEndpoints.listDues,
        { query: { search, year, subjectKind: subjectKind as SubjectKind, state: state as DuesState, cursor } },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title="会费" name="会费" actions={<NewRecordButton slug="dues" label="登记会费" />}>
      <FilterBar filters={filters} address={address} />
      <DataTable<DuesRow>
        query={query}
        {...(mayEdit && { href: editHref })}
        paging={address.paging}
        empty="没有符合条件的会费记录"
        columns={columns}
        card={(row) => (
          <>
            <span className="card-line">
              <strong>{row.subjectName}</strong>
              <DuesTag state={row.state} />
            </span>
            <span className="figures quiet">
              {row.year}年度 · 应缴 {formatYuan(row.dueFen)} · 已缴 {formatYuan(row.paidFen)}
            </span>
          </>
        )}
      />
    </Page>
  );
}
