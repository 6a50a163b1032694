import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import {
  OPEN_STATES,
  TICKET_CATEGORIES,
  TICKET_ORDERS,
  TICKET_SCOPES,
  TICKET_STATES,
  type TicketCategoryKey,
  type TicketState,
} from '../../../bff/contract/tickets/enums.ts';
import type { TicketRow } from '../../../bff/contract/tickets/endpoints.ts';
import type { ListTickets } from '../../../bff/contract/tickets/schemas.ts';
import { pageUrl } from '../../addresses.ts';
import { formatInstant } from '../../ui/dates.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { Page } from '../../ui/Page.tsx';
import { TicketDue, TicketTag } from './TicketTag.tsx';
import { useTicketList } from './use-tickets.ts';

const CATEGORIES = Object.fromEntries(Object.entries(TICKET_CATEGORIES).map(([key, { label }]) => [key, label]));
const filters = [
  { kind: 'choice', name: 'scope', label: '范围', options: TICKET_SCOPES },
  { kind: 'choice', name: 'state', label: '状态', options: TICKET_STATES, none: '未结束' },
  { kind: 'choice', name: 'category', label: '分类', options: CATEGORIES },
  { kind: 'choice', name: 'order', label: '排序', options: TICKET_ORDERS, none: '最急在前' },
] as const satisfies Filter<string>[];

/** The titles of what is open are searched as well; of years of ended ones they are not. */
const searchOf = (state: string | undefined) =>
  ({
    kind: 'text',
    name: 'search',
    label:
      state === undefined || (OPEN_STATES as readonly string[]).includes(state) ? '编号、标题或提交人' : '编号或提交人',
  }) as const satisfies Filter<string>;

export const ticketHref = ({ id }: { id: number }) => pageUrl('ticket', { id });

export const ticketColumns: TableColumnsType<TicketRow> = [
  {
    title: '编号',
    key: 'number',
    className: 'figures',
    render: (_, row) => <RowLink to={ticketHref(row)}>{row.number}</RowLink>,
  },
  { title: '标题', dataIndex: 'title', className: 'wrap' },
  { title: '分类', dataIndex: 'category', render: (key: TicketCategoryKey) => TICKET_CATEGORIES[key].label },
  { title: '提交人', dataIndex: 'askerName', className: 'wrap' },
  { title: '时限（办公时间）', key: 'due', render: (_, row) => <TicketDue {...row} /> },
  { title: '处理人', dataIndex: 'assigneeName', render: (name: string) => name || '未分配' },
  { title: '最近更新', dataIndex: 'lastMessageAt', className: 'figures', render: formatInstant },
  { title: '状态', dataIndex: 'state', render: (state: TicketState) => <TicketTag state={state} /> },
];

/** A ticket in three lines. */
export function TicketCard({ row }: { row: TicketRow }) {
  return (
    <>
      <span className="card-line">
        <strong>{row.title}</strong>
        <TicketTag state={row.state} />
      </span>
      <span>
        <span className="figures">{row.number}</span> · {TICKET_CATEGORIES[row.category].label} · {row.askerName}
      </span>
      <span>
        <TicketDue {...row} /> · {row.assigneeName || '未分配'}
      </span>
    </>
  );
}

/** 工单: what is open in one's queues, by when it is due. */
export function TicketList() {
  const address = useAddressFilters(['search', 'state', 'category', 'scope', 'order']);
  const list = useTicketList(address.paging, address.values as ListTickets);
  return (
    <Page title="工单" name="工单" actions={<Link to={pageUrl('ticketTextBlocks')}>文本块</Link>}>
      <FilterBar filters={[searchOf(address.values.state), ...filters]} address={address} />
      <DataTable<TicketRow>
        {...list}
        paging={address.paging}
        href={ticketHref}
        empty="没有等您处理的工单"
        columns={ticketColumns}
        card={(row) => <TicketCard row={row} />}
      />
    </Page>
  );
}
