import type { TableColumnsType } from 'antd';
import { ticketRatingEndpoints, type RatingRow } from '../../../bff/contract/ticket-ratings/endpoints.ts';
import { RATINGS, type Rating } from '../../../bff/contract/ticket-ratings/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { formatInstant } from '../../ui/dates.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';
import { Page } from '../../ui/Page.tsx';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';

const filters = [
  { kind: 'choice', name: 'rating', label: '评价', options: RATINGS },
] as const satisfies Filter<string>[];
const TONES: Record<Rating, Tone> = { good: 'good', fair: 'still', bad: 'bad' };
const href = ({ ticketId }: RatingRow) => pageUrl('ticket', { id: ticketId });
const RatingTag = ({ rating }: Pick<RatingRow, 'rating'>) => <StateTag tone={TONES[rating]} label={RATINGS[rating]} />;

const columns: TableColumnsType<RatingRow> = [
  { title: '评价时间', dataIndex: 'at', className: 'figures', render: formatInstant },
  { title: '评价', key: 'rating', render: (_, row) => <RatingTag {...row} /> },
  { title: '意见', dataIndex: 'words', className: 'wrap', render: (words: string) => words || '—' },
  {
    title: '工单',
    key: 'number',
    className: 'figures',
    render: (_, row) => <RowLink to={href(row)}>{row.number}</RowLink>,
  },
  { title: '标题', dataIndex: 'title', className: 'wrap' },
  { title: '提交人', dataIndex: 'askerName', className: 'wrap' },
  { title: '处理人', dataIndex: 'assigneeName' },
];

/** 工单评价: the latest first; the menu opens it at those who are not satisfied. */
export function RatingList() {
  const address = useAddressFilters(['rating']);
  const rating = address.values['rating'] as Rating | undefined;
  const list = useList({
    paging: address.paging,
    key: ['tickets', 'ratings', rating],
    load: (at, signal) => call(ticketRatingEndpoints.listTicketRatings, { query: { rating, ...at } }, signal),
  });
  return (
    <Page title="工单评价" name="工单评价">
      <FilterBar filters={filters} address={address} />
      <DataTable<RatingRow>
        {...list}
        paging={address.paging}
        href={href}
        empty="没有这样的评价"
        columns={columns}
        card={(row) => (
          <>
            <span className="card-line">
              <strong>{row.title}</strong>
              <RatingTag {...row} />
            </span>
            {row.words && <span>{row.words}</span>}
            <span>
              <span className="figures">{row.number}</span> · {row.askerName} ·{' '}
              <span className="whole">{formatInstant(row.at)}</span>
            </span>
          </>
        )}
      />
    </Page>
  );
}
