import type { TableColumnsType } from 'antd';
import { ticketRatingEndpoints, type RatingRow } from '../../../bff/contract/ticket-ratings/endpoints.ts';
import type { Rating } from '../../../bff/contract/ratings/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { formatInstant } from '../../ui/dates.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { FilterBar } from '../../ui/list/FilterBar.tsx';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';
import { Page } from '../../ui/Page.tsx';
import { ratingColumns, RATING_FILTERS, RatingTag } from './rated.tsx';

const href = ({ ticketId }: RatingRow) => pageUrl('ticket', { id: ticketId });

const columns: TableColumnsType<RatingRow> = [
  ...ratingColumns<RatingRow>(),
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
      <FilterBar filters={RATING_FILTERS} address={address} />
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
