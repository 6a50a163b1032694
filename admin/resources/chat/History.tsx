import type { TableColumnsType } from 'antd';
import type { ChatRow } from '../../../bff/contract/chat/replies.ts';
import { pageUrl } from '../../addresses.ts';
import { formatInstant } from '../../ui/dates.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { Page } from '../../ui/Page.tsx';
import { useChatHistory } from './use-desk.ts';

const filters = [{ kind: 'text', name: 'search', label: '会员、问题' }] as const satisfies Filter<string>[];
export const chatHref = ({ id }: { id: number }) => pageUrl('chat', { id });
const when = (at: string | null) => (at === null ? '—' : formatInstant(at));

export const chatColumns: TableColumnsType<ChatRow> = [
  {
    title: '会员',
    key: 'member',
    className: 'wrap',
    render: (_, row) => <RowLink to={chatHref(row)}>{row.memberName}</RowLink>,
  },
  { title: '问题', dataIndex: 'subject', className: 'wrap', render: (subject: string) => subject || '—' },
  { title: '客服', dataIndex: 'assigneeName', render: (name: string) => name || '—' },
  { title: '开始', dataIndex: 'openedAt', className: 'figures', render: when },
  { title: '结束', dataIndex: 'closedAt', className: 'figures', render: when },
];

/** A talk in three lines. */
export function ChatCard({ row }: { row: ChatRow }) {
  return (
    <>
      <strong>{row.memberName}</strong>
      <span>{row.subject || '—'}</span>
      <span className="figures">{when(row.closedAt)}</span>
    </>
  );
}

/** 咨询记录: talks that are over, the latest first. */
export function ChatHistory() {
  const address = useAddressFilters(['search']);
  const { search } = address.values;
  const list = useChatHistory(address.paging, search ? { search } : {});
  return (
    <Page title="咨询记录" name="咨询记录" back={{ to: pageUrl('chat'), label: '在线咨询' }}>
      <FilterBar filters={filters} address={address} />
      <DataTable<ChatRow>
        {...list}
        paging={address.paging}
        href={chatHref}
        empty="没有咨询记录"
        columns={chatColumns}
        card={(row) => <ChatCard row={row} />}
      />
    </Page>
  );
}
