import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, type TableColumnsType } from 'antd';
import { useNavigate } from 'react-router';
import { paymentEndpoints, type StaffPaymentRow } from '../../../bff/contract/payments/endpoints.ts';
import {
  PAYMENT_CHANNELS,
  PAYMENT_STATES,
  type PaymentChannel,
  type PaymentState,
} from '../../../bff/contract/payments/enums.ts';
import { toYuan } from '../../../bff/contract/text.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { exportEndpoints } from '../../../bff/contract/exports/endpoints.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { ExportButton } from '../../ui/list/ExportButton.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { Page } from '../../ui/Page.tsx';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { PaymentTag } from './PaymentTag.tsx';

const filters = [
  { kind: 'text', name: 'search', label: '编号、订单号或申请人' },
  { kind: 'choice', name: 'state', label: '状态', options: PAYMENT_STATES },
  { kind: 'choice', name: 'channel', label: '支付方式', options: PAYMENT_CHANNELS },
  { kind: 'date', name: 'from', label: '发起日期从' },
  { kind: 'date', name: 'to', label: '到' },
] as const satisfies Filter<string>[];
const href = ({ id }: { id: number }) => pageUrl('payment', { id });

const columns: TableColumnsType<StaffPaymentRow> = [
  { title: '发起时间', dataIndex: 'createdAt', className: 'figures', render: formatInstant },
  {
    title: '内容',
    dataIndex: 'description',
    className: 'wrap',
    render: (text: string, row) => <RowLink to={href(row)}>{text}</RowLink>,
  },
  { title: '申请人', dataIndex: 'applicantName', className: 'wrap' },
  { title: '方式', key: 'channel', render: (_, row) => PAYMENT_CHANNELS[row.channel] },
  { title: '金额（元）', dataIndex: 'amountFen', align: 'right', className: 'figures', render: toYuan },
  {
    title: '已退（元）',
    dataIndex: 'refundedFen',
    align: 'right',
    className: 'figures',
    render: (fen: number) => (fen > 0 ? toYuan(fen) : ''),
  },
  { title: '状态', key: 'state', render: (_, row) => <PaymentTag state={row.state} /> },
  { title: '商户订单号', dataIndex: 'outTradeNo', className: 'figures' },
];

/** 订单: what members pay by WeChat. */
export function PaymentList() {
  const navigate = useNavigate();
  const address = useAddressFilters(['search', 'state', 'channel', 'from', 'to']);
  const { search, state, channel, from, to } = address.values;
  const { cursor } = address.paging;
  const query = useQuery({
    queryKey: ['payments', 'list', address.values, cursor],
    queryFn: ({ signal }) =>
      call(
        paymentEndpoints.listPayments,
        {
          query: {
            search,
            from,
            to,
            cursor,
            state: state as PaymentState,
            channel: channel as PaymentChannel,
          },
        },
        signal,
      ),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title="订单与对账"
      name="订单与对账"
      actions={
        <>
          <ExportButton
            endpoint={exportEndpoints.exportPayments}
            input={{ query: { search, from, to, state: state as PaymentState, channel: channel as PaymentChannel } }}
          />
          <Button onClick={() => void navigate(pageUrl('bills'))}>对账</Button>
        </>
      }
    >
      <FilterBar filters={filters} address={address} />
      <DataTable<StaffPaymentRow>
        query={query}
        href={href}
        paging={address.paging}
        empty="没有符合条件的订单"
        columns={columns}
        card={(row) => (
          <>
            <span className="card-line">
              <strong>{row.applicantName}</strong>
              <PaymentTag state={row.state} />
            </span>
            <span>{row.description}</span>
            <span className="card-line quiet figures">
              <span>{formatInstant(row.createdAt)}</span>
              <span>{toYuan(row.amountFen)} 元</span>
            </span>
          </>
        )}
      />
    </Page>
  );
}
