import type { TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import type { Page as PageOf } from '../../../bff/contract/endpoint.ts';
import { exportEndpoints } from '../../../bff/contract/exports/endpoints.ts';
import type { ExportAssessments, ExportDues } from '../../../bff/contract/exports/schemas.ts';
import { recordEndpoints, type MemberRecord } from '../../../bff/contract/records/endpoints.ts';
import { SUBJECT_KINDS, type SubjectKind } from '../../../bff/contract/registry/enums.ts';
import { pageUrl, subjectUrl } from '../../addresses.ts';
import { useMay } from '../../providers/permission.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { ExportButton } from '../../ui/list/ExportButton.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { Grouped } from '../../ui/Grouped.tsx';
import { Page } from '../../ui/Page.tsx';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { useAddressFilters, type PageAt } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';
import { NewRecordButton } from './NewRecordButton.tsx';
import { recentYears } from './years.ts';

type YearlyRecord = MemberRecord & { year: number; remark: string };

export interface YearlyQuery<State> extends PageAt {
  search: string | undefined;
  year: string | undefined;
  subjectKind: SubjectKind | undefined;
  state: State | undefined;
}

/** Whose record it is, and of which year. */
export const memberColumns = <Row extends YearlyRecord>(): TableColumnsType<Row> => [
  {
    title: '会员',
    dataIndex: 'subjectName',
    className: 'wrap',
    render: (name: string, row) => <RowLink to={subjectUrl(row.subjectKind, row.subjectId)}>{name}</RowLink>,
  },
  { title: '证号', dataIndex: 'subjectLicenceNo', render: (value: string) => <Grouped value={value} /> },
  { title: '年度', dataIndex: 'year', className: 'figures' },
];

export function YearlyCard({ name, tag, figures }: { name: string; tag: ReactNode; figures: string }) {
  return (
    <>
      <span className="card-line">
        <strong>{name}</strong>
        {tag}
      </span>
      <span className="figures quiet">{figures}</span>
    </>
  );
}

interface YearlyRecordListProps<Row extends YearlyRecord, State extends string> {
  /** In the address: /records/<slug>. */
  slug: 'assessments' | 'dues';
  title: string;
  /** What the button that adds one says. */
  add: string;
  empty: string;
  states: { label: string; options: Record<State, string> };
  load(query: YearlyQuery<State>, signal: AbortSignal): Promise<PageOf<Row>>;
  /** Between 年度 and 备注. */
  columns: TableColumnsType<Row>;
  tag(row: Row): ReactNode;
  /** The second line of a card. */
  figures(row: Row): string;
}

/** What the association notes of each member once a year, of all members. */
export function YearlyRecordList<Row extends YearlyRecord, State extends string>(
  props: YearlyRecordListProps<Row, State>,
) {
  const { slug, title, states, load, tag } = props;
  const mayEdit = useMay()(recordEndpoints.updateAssessment);
  const address = useAddressFilters(['search', 'year', 'subjectKind', 'state']);
  const { search, year, subjectKind, state } = address.values;
  // From the address, where the choices are the contract's own keys.
  const asked: object = { search, year, subjectKind, state };
  const list = useList({
    paging: address.paging,
    key: ['records', slug, address.values],
    load: (at, signal) =>
      load({ search, year, subjectKind: subjectKind as SubjectKind, state: state as State, ...at }, signal),
  });
  const filters: Filter<'search' | 'year' | 'subjectKind' | 'state'>[] = [
    { kind: 'text', name: 'search', label: '会员名称或证号' },
    { kind: 'choice', name: 'year', label: '年度', options: recentYears() },
    { kind: 'choice', name: 'subjectKind', label: '会员类别', options: SUBJECT_KINDS },
    { kind: 'choice', name: 'state', label: states.label, options: states.options },
  ];
  const columns: TableColumnsType<Row> = [
    ...memberColumns<Row>(),
    ...props.columns,
    { title: '备注', dataIndex: 'remark', className: 'wrap', render: (value: string) => value || '—' },
  ];
  return (
    <Page
      title={title}
      name={title}
      actions={
        <>
          {slug === 'dues' ? (
            <ExportButton endpoint={exportEndpoints.exportDues} input={{ query: asked as ExportDues }} />
          ) : (
            <ExportButton endpoint={exportEndpoints.exportAssessments} input={{ query: asked as ExportAssessments }} />
          )}
          <NewRecordButton slug={slug} label={props.add} />
        </>
      }
    >
      <FilterBar filters={filters} address={address} />
      <DataTable<Row>
        {...list}
        {...(mayEdit && { href: ({ id }: Row) => pageUrl('recordEdit', { kind: slug, id }) })}
        paging={address.paging}
        empty={props.empty}
        columns={columns}
        card={(row) => <YearlyCard name={row.subjectName} tag={tag(row)} figures={props.figures(row)} />}
      />
    </Page>
  );
}
