import type { TableColumnsType } from 'antd';
import { CLAIM_STATES, type ClaimState } from '../../../bff/contract/external-hours/enums.ts';
import type { HoursClaimRow } from '../../../bff/contract/external-hours/replies.ts';
import type { ListHoursClaims } from '../../../bff/contract/external-hours/schemas.ts';
import { LATE } from '../../../bff/contract/office-hours/enums.ts';
import { HOURS_KINDS, type HoursKind, HOURS_MODES } from '../../../bff/contract/records/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { formatInstant } from '../../ui/dates.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { Page } from '../../ui/Page.tsx';
import { ClaimTag } from './ClaimTag.tsx';
import { daysInWords, hoursInWords } from './course-words.ts';
import { useClaimList } from './use-claims.ts';

const NAMES = ['search', 'firm', 'course', 'state', 'kind', 'mode', 'waited'] as const;
const FILTERS: Filter<(typeof NAMES)[number]>[] = [
  { kind: 'text', name: 'search', label: '姓名或执业证号' },
  { kind: 'text', name: 'firm', label: '执业机构' },
  { kind: 'text', name: 'course', label: '课程或主办单位' },
  { kind: 'choice', name: 'state', label: '状态', options: CLAIM_STATES, none: '待审核' },
  { kind: 'choice', name: 'kind', label: '学时类别', options: HOURS_KINDS },
  { kind: 'choice', name: 'mode', label: '参加方式', options: HOURS_MODES },
  { kind: 'choice', name: 'waited', label: '已等待', options: LATE, none: '不限' },
];

export const claimHref = ({ id }: { id: number }) => pageUrl('hoursClaim', { id });

export const claimColumns: TableColumnsType<HoursClaimRow> = [
  { title: '律师', key: 'name', render: (_, row) => <RowLink to={claimHref(row)}>{row.lawyerName}</RowLink> },
  { title: '执业机构', dataIndex: 'firmName', className: 'wrap', render: (name: string) => name || '—' },
  { title: '课程', dataIndex: 'title', className: 'wrap' },
  { title: '主办单位', dataIndex: 'organiser', className: 'wrap' },
  { title: '日期', key: 'days', className: 'figures', render: (_, row) => daysInWords(row) },
  { title: '学时类别', dataIndex: 'kind', render: (kind: HoursKind) => HOURS_KINDS[kind] },
  { title: '学时', key: 'hours', className: 'figures', render: (_, row) => hoursInWords(row) },
  { title: '提交时间', dataIndex: 'submittedAt', className: 'figures', render: formatInstant },
  { title: '状态', dataIndex: 'state', render: (state: ClaimState) => <ClaimTag state={state} /> },
];

export function ClaimCard({ row }: { row: HoursClaimRow }) {
  return (
    <>
      <span className="card-line">
        <strong>{row.lawyerName}</strong>
        <ClaimTag state={row.state} />
      </span>
      <span>
        {row.title} <span className="figures">{hoursInWords(row)}</span>
      </span>
      <span className="quiet">
        {row.organiser} <span className="figures">{daysInWords(row)}</span>
      </span>
    </>
  );
}

/** 校外学时: what waits first come first served; with another state in the address, claims in that one. */
export function ClaimList() {
  const address = useAddressFilters(NAMES, ['state']);
  const state = (address.values.state ?? 'waiting') as ClaimState;
  const list = useClaimList(address.paging, { ...address.values, state } as ListHoursClaims);
  return (
    <Page title="校外学时" name="校外学时">
      <FilterBar filters={FILTERS} address={address} />
      <DataTable<HoursClaimRow>
        {...list}
        paging={address.paging}
        href={claimHref}
        empty={state === 'waiting' ? '没有待审核的校外学时' : '没有符合条件的校外学时'}
        columns={claimColumns}
        card={(row) => <ClaimCard row={row} />}
      />
    </Page>
  );
}
