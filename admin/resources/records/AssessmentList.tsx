import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TableColumnsType } from 'antd';
import { recordEndpoints, type AssessmentRow } from '../../../bff/contract/endpoints/records.ts';
import {
  ASSESSMENT_STATES,
  SUBJECT_KINDS,
  type AssessmentState,
  type SubjectKind,
} from '../../../bff/contract/enums.ts';
import { call } from '../../providers/call.ts';
import { useMay } from '../../providers/permission.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { FilterBar, type Filter } from '../../ui/FilterBar.tsx';
import { Grouped } from '../../ui/Grouped.tsx';
import { Page } from '../../ui/Page.tsx';
import { RowLink } from '../../ui/RowLink.tsx';
import { useAddressFilters } from '../../ui/use-address-filters.ts';
import { AssessmentTag, resultOf } from './assessments.tsx';
import { NewRecordButton } from './NewRecordButton.tsx';
import { memberHref } from './record-spec.tsx';
import { recentYears } from './years.ts';

const filters = [
  { kind: 'text', name: 'search', label: '会员名称或证号' },
  { kind: 'choice', name: 'year', label: '年度', options: recentYears() },
  { kind: 'choice', name: 'subjectKind', label: '会员类别', options: SUBJECT_KINDS },
  { kind: 'choice', name: 'state', label: '考核状态', options: ASSESSMENT_STATES },
] as const satisfies Filter<string>[];

const editHref = ({ id }: AssessmentRow) => `/records/assessments/${id}/edit`;

const columns: TableColumnsType<AssessmentRow> = [
  {
    title: '会员',
    dataIndex: 'subjectName',
    className: 'wrap',
    render: (name: string, row) => <RowLink to={memberHref(row)}>{name}</RowLink>,
  },
  { title: '证号', dataIndex: 'subjectLicenceNo', render: (value: string) => <Grouped value={value} /> },
  { title: '年度', dataIndex: 'year', className: 'figures' },
  { title: '状态', key: 'state', render: (_, row) => <AssessmentTag state={row.state} /> },
  { title: '结果', key: 'result', render: (_, row) => resultOf(row) || '—' },
  { title: '归档日期', dataIndex: 'filedOn', className: 'figures', render: (value: string | null) => value ?? '—' },
  { title: '备注', dataIndex: 'remark', className: 'wrap', render: (value: string) => value || '—' },
];

/** 年度考核 of all members. */
export function AssessmentList() {
  const mayEdit = useMay()(recordEndpoints.updateAssessment);
  const address = useAddressFilters(['search', 'year', 'subjectKind', 'state']);
  const { search, year, subjectKind, state } = address.values;
  const { cursor } = address.paging;
  const query = useQuery({
    queryKey: ['records', 'assessments', address.values, cursor],
    queryFn: ({ signal }) =>
      call(
        recordEndpoints.listAssessments,
        { query: { search, year, subjectKind: subjectKind as SubjectKind, state: state as AssessmentState, cursor } },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title="年度考核" name="年度考核" actions={<NewRecordButton slug="assessments" label="登记考核" />}>
      <FilterBar filters={filters} address={address} />
      <DataTable<AssessmentRow>
        query={query}
        {...(mayEdit && { href: editHref })}
        paging={address.paging}
        empty="没有符合条件的考核记录"
        columns={columns}
        card={(row) => (
          <>
            <span className="card-line">
              <strong>{row.subjectName}</strong>
              <AssessmentTag state={row.state} />
            </span>
            <span className="figures quiet">{[`${row.year}年度`, resultOf(row)].filter(Boolean).join(' · ')}</span>
          </>
        )}
      />
    </Page>
  );
}
