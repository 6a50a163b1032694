import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, type TableColumnsType } from 'antd';
import { notificationEndpoints, type MessageRow } from '../../../bff/contract/notifications/endpoints.ts';
import {
  MESSAGE_STATES,
  MESSAGE_TEMPLATES,
  type MessageState,
  type MessageTemplate,
} from '../../../bff/contract/notifications/enums.ts';
import { call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { exportEndpoints } from '../../../bff/contract/exports/endpoints.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { ExportButton } from '../../ui/list/ExportButton.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { Page } from '../../ui/Page.tsx';
import { StateTag, type Tone } from '../../ui/StateTag.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';
import { Recipient } from './Recipient.tsx';

const filters = [
  { kind: 'text', name: 'recipient', label: '收件人' },
  { kind: 'choice', name: 'state', label: '状态', options: MESSAGE_STATES },
  { kind: 'choice', name: 'template', label: '内容', options: MESSAGE_TEMPLATES },
] as const satisfies Filter<string>[];
const TONES: Record<MessageState, Tone> = { waiting: 'busy', sent: 'good', failed: 'alert', refused: 'bad' };

const State = ({ row }: { row: MessageRow }) => <StateTag tone={TONES[row.state]} label={MESSAGE_STATES[row.state]} />;

const columns: TableColumnsType<MessageRow> = [
  { title: '时间', dataIndex: 'createdAt', className: 'figures', render: formatInstant },
  { title: '内容', dataIndex: 'templateLabel' },
  { title: '编号', dataIndex: 'number', className: 'figures', render: (number: string) => number || '—' },
  { title: '收件人', dataIndex: 'recipient' },
  { title: '状态', key: 'state', render: (_, row) => <State row={row} /> },
  { title: '次数', dataIndex: 'attempts', align: 'right', className: 'figures' },
  {
    title: '发送时间',
    dataIndex: 'sentAt',
    className: 'figures',
    render: (sentAt: string | null) => (sentAt ? formatInstant(sentAt) : '—'),
  },
  { title: '未发送或失败的原因', dataIndex: 'lastError', className: 'wrap', render: (text: string) => text || '—' },
  { title: '操作', key: 'actions', render: (_, row) => <Resend row={row} /> },
];

/** 消息发送记录: what went out to whom, what waits, and what the mail server refused. */
export function MessageList() {
  const address = useAddressFilters(['recipient', 'state', 'template']);
  const { recipient, state, template } = address.values;
  const list = useList({
    paging: address.paging,
    key: ['messages', address.values],
    load: (at, signal) =>
      call(
        notificationEndpoints.listMessages,
        { query: { recipient, state: state as MessageState, template: template as MessageTemplate, ...at } },
        signal,
      ),
    isWork: true,
  });
  return (
    <Page
      title="消息发送记录"
      name="消息发送记录"
      actions={
        <>
          <ExportButton
            endpoint={exportEndpoints.exportMessages}
            input={{ query: { recipient, state: state as MessageState, template: template as MessageTemplate } }}
          />
          <Recipient />
        </>
      }
    >
      <FilterBar filters={filters} address={address} />
      <DataTable<MessageRow>
        {...list}
        paging={address.paging}
        empty="没有符合条件的消息"
        columns={columns}
        card={(row) => (
          <>
            <span className="card-line">
              <strong>{row.templateLabel}</strong>
              <State row={row} />
            </span>
            <span>
              {row.recipient} <span className="figures quiet">{row.number}</span>
            </span>
            {row.lastError && <span className="multiline">{row.lastError}</span>}
            <span className="card-line quiet">
              <span className="figures whole">{formatInstant(row.createdAt)}</span>
              <Resend row={row} />
            </span>
          </>
        )}
      />
    </Page>
  );
}

/** Sent ones go out as a new message, hence the question. */
function Resend({ row }: { row: MessageRow }) {
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  const resend = useMutation({
    mutationFn: () => call(notificationEndpoints.resendMessage, { params: { id: String(row.id) } }),
    onSuccess: () => {
      void message.success('已重新安排发送');
      void client.invalidateQueries({ queryKey: ['overview'] });
      return client.invalidateQueries({ queryKey: ['messages'] });
    },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  if (!row.can.resend) return null;
  const ask = () => {
    if (row.state !== 'sent') return resend.mutate();
    modal.confirm({
      title: '再发送一次？',
      content: `“${row.templateLabel}”已于${row.sentAt ? formatInstant(row.sentAt) : ''}发送给 ${row.recipient}，收件人会再收到一封。`,
      okText: '再次发送',
      cancelText: '取消',
      onOk: () => resend.mutate(),
    });
  };
  return (
    <Button size="small" loading={resend.isPending} onClick={ask}>
      {row.state === 'waiting' ? '立即发送' : '重新发送'}
    </Button>
  );
}
