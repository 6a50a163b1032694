import { Button, type TableColumnsType } from 'antd';
import { useNavigate } from 'react-router';
import { exportEndpoints } from '../../../bff/contract/exports/endpoints.ts';
import type { ListDiscipline } from '../../../bff/contract/registry/schemas.ts';
import { registryEndpoints, type DisciplineRow } from '../../../bff/contract/registry/endpoints.ts';
import { DISCIPLINE_KINDS, DISCIPLINE_STATES, SUBJECT_KINDS } from '../../../bff/contract/registry/enums.ts';
import { pageUrl, subjectUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { useMay } from '../../providers/permission.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { ExportButton } from '../../ui/list/ExportButton.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { Grouped } from '../../ui/Grouped.tsx';
import { Page } from '../../ui/Page.tsx';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { sortingBy } from '../../ui/list/sorting.ts';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';
import { DisciplineTag } from './DisciplineTag.tsx';
import { doubtsOf } from './doubts-of.ts';

const filters = [
  { kind: 'text', name: 'search', label: '对象或文号' },
  { kind: 'choice', name: 'subjectKind', label: '对象类别', options: SUBJECT_KINDS },
  { kind: 'choice', name: 'state', label: '状态', options: DISCIPLINE_STATES },
] as const satisfies Filter<string>[];

const editHref = ({ id }: DisciplineRow) => pageUrl('disciplineEdit', { id });
const effectOf = ({ effectiveFromOn, effectiveUntilOn }: DisciplineRow) =>
  effectiveFromOn ? `${effectiveFromOn} ${effectiveUntilOn ? `至 ${effectiveUntilOn}` : '起'}` : '—';

const columns: TableColumnsType<DisciplineRow> = [
  {
    title: '对象',
    dataIndex: 'subjectName',
    className: 'wrap',
    render: (name: string, row) => <RowLink to={subjectUrl(row.subjectKind, row.subjectId)}>{name}</RowLink>,
  },
  { title: '证号', dataIndex: 'subjectLicenceNo', render: (value: string) => <Grouped value={value} /> },
  { title: '处分种类', key: 'kind', render: (_, row) => DISCIPLINE_KINDS[row.kind] },
  {
    title: '文号',
    dataIndex: 'documentNo',
    render: (value: string, row) => (
      <>
        {value || '—'}
        {doubtsOf(row) && <div className="quiet">{doubtsOf(row)}</div>}
      </>
    ),
  },
  { title: '决定日期', dataIndex: 'decidedOn', className: 'figures', render: (value: string | null) => value ?? '—' },
  { title: '效力期间', key: 'effect', className: 'figures', render: (_, row) => effectOf(row) },
  { title: '状态', key: 'state', render: (_, row) => <DisciplineTag state={row.state} /> },
];

export function DisciplineList() {
  const may = useMay();
  const navigate = useNavigate();
  const address = useAddressFilters(['search', 'subjectKind', 'state', 'order']);
  const filter = address.values as Omit<ListDiscipline, 'cursor' | 'limit'>;
  const list = useList({
    paging: address.paging,
    key: ['discipline', 'list', address.values],
    load: (at, signal) => call(registryEndpoints.listDiscipline, { query: { ...filter, ...at } }, signal),
  });
  return (
    <Page
      title="行业处分"
      name="行业处分"
      actions={
        <>
          <ExportButton endpoint={exportEndpoints.exportDiscipline} input={{ query: filter }} />
          {may(registryEndpoints.createDiscipline) && (
            <Button type="primary" onClick={() => void navigate(pageUrl('disciplineNew'))}>
              登记处分
            </Button>
          )}
        </>
      }
    >
      <FilterBar filters={filters} address={address} />
      <DataTable<DisciplineRow>
        {...list}
        {...(may(registryEndpoints.updateDiscipline) && { href: editHref })}
        paging={address.paging}
        sorting={sortingBy(['decidedOn'], address)}
        empty="没有符合条件的处分记录"
        columns={columns}
        card={(row) => (
          <>
            <span className="card-line">
              <strong>{row.subjectName}</strong>
              <DisciplineTag state={row.state} />
            </span>
            <span>{[DISCIPLINE_KINDS[row.kind], row.documentNo].filter(Boolean).join(' · ')}</span>
            <span className="figures quiet">{effectOf(row)}</span>
            {doubtsOf(row) && <span className="quiet">{doubtsOf(row)}</span>}
          </>
        )}
      />
    </Page>
  );
}
