import type { TableColumnsType } from 'antd';
import { RATINGS } from '../../../bff/contract/ratings/enums.ts';
import { ticketStatisticsEndpoints, type TicketStepRow } from '../../../bff/contract/ticket-statistics/endpoints.ts';
import { KEPT, TICKET_STEPS } from '../../../bff/contract/ticket-statistics/enums.ts';
import type { ListTicketSteps } from '../../../bff/contract/ticket-statistics/schemas.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { formatInstant, formatMinutes } from '../../ui/dates.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';
import { Page } from '../../ui/Page.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { CATEGORY_LABELS, PERIOD_FILTERS, periodOf } from './period.ts';

const filters = [
  { kind: 'choice', name: 'step', label: '事项', options: TICKET_STEPS },
  { kind: 'date', name: 'from', label: '日期从' },
  { kind: 'date', name: 'to', label: '到' },
  { kind: 'choice', name: 'category', label: '分类', options: CATEGORY_LABELS },
  { kind: 'choice', name: 'kept', label: '时限', options: KEPT },
  { kind: 'choice', name: 'rating', label: '评价', options: RATINGS },
] as const satisfies Filter<string>[];

const href = ({ ticketId }: TicketStepRow) => pageUrl('ticket', { id: ticketId });

const columns: TableColumnsType<TicketStepRow> = [
  { title: '时间', dataIndex: 'at', className: 'figures', render: formatInstant },
  {
    title: '工单',
    key: 'number',
    className: 'figures',
    render: (_, row) => <RowLink to={href(row)}>{row.number}</RowLink>,
  },
  { title: '标题', dataIndex: 'title', className: 'wrap' },
  { title: '提交人', dataIndex: 'askerName', className: 'wrap' },
  { title: '分类', key: 'category', className: 'wrap', render: (_, row) => CATEGORY_LABELS[row.category] },
  { title: '时限', key: 'kept', render: (_, row) => <KeptTag {...row} /> },
  { title: '用时', key: 'minutes', render: (_, row) => (row.minutes === null ? '—' : formatMinutes(row.minutes)) },
  { title: '评价', key: 'rating', render: (_, row) => (row.rating === null ? '—' : RATINGS[row.rating]) },
];

/** The tickets behind a number of 工单统计, the latest first. */
export function TicketStepList() {
  const address = useAddressFilters([...PERIOD_FILTERS, 'step', 'kept', 'rating', 'person']);
  const { step = 'came', kept, rating, person } = address.values;
  const query = { ...periodOf(address.values), step, kept, rating, person } as Omit<
    ListTicketSteps,
    'cursor' | 'limit'
  >;
  const list = useList({
    paging: address.paging,
    key: ['tickets', 'statistics', 'steps', query],
    load: (at, signal) => call(ticketStatisticsEndpoints.listTicketSteps, { query: { ...query, ...at } }, signal),
  });
  return (
    <Page title="工单统计明细" name="工单统计明细">
      <FilterBar
        filters={filters}
        address={{ ...address, values: { ...address.values, ...periodOf(address.values), step } }}
      />
      <DataTable<TicketStepRow>
        {...list}
        paging={address.paging}
        href={href}
        empty="没有符合条件的工单"
        columns={columns}
        card={(row) => (
          <>
            <span className="card-line">
              <strong>{row.title}</strong>
              <KeptTag {...row} />
            </span>
            <span>{CATEGORY_LABELS[row.category]}</span>
            <span>
              <span className="figures">{row.number}</span> · {row.askerName} ·{' '}
              <span className="whole">{formatInstant(row.at)}</span>
              {row.rating && ` · ${RATINGS[row.rating]}`}
            </span>
          </>
        )}
      />
    </Page>
  );
}

function KeptTag({ isWithin }: Pick<TicketStepRow, 'isWithin'>) {
  if (isWithin === null) return <>—</>;
  return <StateTag tone={isWithin ? 'good' : 'bad'} label={isWithin ? KEPT.kept : KEPT.missed} />;
}
