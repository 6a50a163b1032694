import type { TableColumnsType } from 'antd';
import { chatRatingEndpoints, type ChatRatingRow } from '../../../bff/contract/chat-ratings/endpoints.ts';
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

const href = ({ id }: ChatRatingRow) => pageUrl('chat', { id });

const columns: TableColumnsType<ChatRatingRow> = [
  ...ratingColumns<ChatRatingRow>(),
  {
    title: '会员',
    key: 'member',
    className: 'wrap',
    render: (_, row) => <RowLink to={href(row)}>{row.memberName}</RowLink>,
  },
  { title: '问题', dataIndex: 'subject', className: 'wrap', render: (subject: string) => subject || '—' },
  { title: '客服', dataIndex: 'assigneeName', render: (name: string) => name || '—' },
];

/** 咨询评价: the latest first; the menu opens it at those who are not satisfied. */
export function ChatRatingList() {
  const address = useAddressFilters(['rating']);
  const rating = address.values['rating'] as Rating | undefined;
  const list = useList({
    paging: address.paging,
    key: ['chat', 'ratings', rating],
    load: (at, signal) => call(chatRatingEndpoints.listChatRatings, { query: { rating, ...at } }, signal),
  });
  return (
    <Page title="咨询评价" name="咨询评价">
      <FilterBar filters={RATING_FILTERS} address={address} />
      <DataTable<ChatRatingRow>
        {...list}
        paging={address.paging}
        href={href}
        empty="没有这样的评价"
        columns={columns}
        card={(row) => (
          <>
            <span className="card-line">
              <strong>{row.memberName}</strong>
              <RatingTag rating={row.rating} />
            </span>
            {row.words && <span>{row.words}</span>}
            <span>
              {row.assigneeName || '—'} · <span className="figures whole">{formatInstant(row.at)}</span>
            </span>
          </>
        )}
      />
    </Page>
  );
}
