import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button, type TableColumnsType } from 'antd';
import { Link, useNavigate } from 'react-router';
import { paymentEndpoints, type StaffPaymentRow } from '../../../bff/contract/payments/endpoints.ts';
import { PAYMENT_CHANNELS, PAYMENT_STATES, REFUND_STATES } from '../../../bff/contract/payments/enums.ts';
import type { ListPayments } from '../../../bff/contract/payments/schemas.ts';
import { LATE } from '../../../bff/contract/office-hours/enums.ts';
import { toYuan } from '../../../bff/contract/text.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { useMay } from '../../providers/permission.ts';
import { exportEndpoints } from '../../../bff/contract/exports/endpoints.ts';
import { Grouped } from '../../ui/Grouped.tsx';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { ExportButton } from '../../ui/list/ExportButton.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { Page } from '../../ui/Page.tsx';
import { RowLink } from '../../ui/list/RowLink.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { sortingBy } from '../../ui/list/sorting.ts';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';
import { PaymentTag } from './PaymentTag.tsx';

const filters = [
  { kind: 'text', name: 'search', label: '编号、订单号或申请人' },
  { kind: 'choice', name: 'state', label: '状态', options: PAYMENT_STATES },
  { kind: 'choice', name: 'channel', label: '支付方式', options: PAYMENT_CHANNELS },
  { kind: 'choice', name: 'refund', label: '退款', options: REFUND_STATES, none: '不限' },
  { kind: 'choice', name: 'waited', label: '退款待复核', options: LATE, none: '不限' },
  { kind: 'date', name: 'from', label: '发起日期从' },
  { kind: 'date', name: 'to', label: '到' },
] as const satisfies Filter<string>[];
export const paymentHref = ({ id }: { id: number }) => pageUrl('payment', { id });

export const paymentColumns: TableColumnsType<StaffPaymentRow> = [
  { title: '发起时间', dataIndex: 'createdAt', className: 'figures', render: formatInstant },
  {
    title: '内容',
    dataIndex: 'description',
    className: 'wrap',
    render: (text: string, row) => <RowLink to={paymentHref(row)}>{text}</RowLink>,
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
  { title: '状态', key: 'state', render: (_, row) => <PaymentTag payment={row} /> },
  { title: '商户订单号', dataIndex: 'outTradeNo', render: (value: string) => <Grouped value={value} /> },
];

/** An order in two lines. */
export function PaymentCard({ row }: { row: StaffPaymentRow }) {
  return (
    <>
      <span className="card-line">
        <strong>{row.applicantName}</strong>
        <PaymentTag payment={row} />
      </span>
      <span>{row.description}</span>
      <span className="card-line quiet figures">
        <span>{formatInstant(row.createdAt)}</span>
        <span>{toYuan(row.amountFen)} 元</span>
      </span>
    </>
  );
}

/** 订单: what members pay by WeChat. */
export function PaymentList() {
  const navigate = useNavigate();
  const address = useAddressFilters(['search', 'state', 'channel', 'refund', 'waited', 'from', 'to', 'order']);
  const filter = address.values as Omit<ListPayments, 'cursor' | 'limit'>;
  const list = useList({
    paging: address.paging,
    key: ['payments', 'list', address.values],
    load: (at, signal) => call(paymentEndpoints.listPayments, { query: { ...filter, ...at } }, signal),
    isWork: true,
  });
  return (
    <Page
      title="订单与对账"
      name="订单与对账"
      actions={
        <>
          <ExportButton endpoint={exportEndpoints.exportPayments} input={{ query: filter }} />
          <Button onClick={() => void navigate(pageUrl('bills'))}>对账</Button>
        </>
      }
    >
      {filter.refund !== 'awaiting_approval' && <WaitingRefunds />}
      <FilterBar filters={filters} address={address} />
      <Sums filter={filter} />
      <DataTable<StaffPaymentRow>
        {...list}
        href={paymentHref}
        paging={address.paging}
        sorting={sortingBy(['createdAt', 'amountFen'], address)}
        empty="没有符合条件的订单"
        columns={paymentColumns}
        card={(row) => <PaymentCard row={row} />}
      />
    </Page>
  );
}

/** What the payments of the list come to, of every page of it. */
function Sums({ filter: { order: _order, ...filter } }: { filter: Omit<ListPayments, 'cursor' | 'limit'> }) {
  const { data, isPlaceholderData, isError } = useQuery({
    queryKey: ['payments', 'list', 'sums', filter],
    queryFn: ({ signal }) => call(paymentEndpoints.sumPayments, { query: filter }, signal),
    placeholderData: keepPreviousData,
  });
  if (!data && !isError) return null;
  // A sum of something else would be believed: the line stays, and says that it is not known yet.
  if (!data || isPlaceholderData) {
    return (
      <p className="figures" role="status">
        {isError ? '合计没有算出，请刷新' : '合计：正在计算…'}
      </p>
    );
  }
  return (
    <p className="figures" role="status">
      合计：支付 {data.paid} 笔 {toYuan(data.paidFen)} 元，已退 {toYuan(data.refundedFen)} 元，净收{' '}
      <strong>{toYuan(data.paidFen - data.refundedFen)}</strong> 元
    </p>
  );
}

/** Refunds that wait for a second person stand out until somebody decides. */
function WaitingRefunds() {
  const may = useMay()(paymentEndpoints.decideRefund);
  const { data } = useQuery({
    queryKey: ['payments', 'list', 'awaiting-approval'],
    queryFn: ({ signal }) =>
      call(paymentEndpoints.listPayments, { query: { refund: 'awaiting_approval', limit: 1 } }, signal),
    enabled: may,
  });
  if (!data || data.total === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="note"
      title={`有 ${data.total} 笔订单的退款等待第二人复核`}
      action={<Link to={pageUrl('payments', { refund: 'awaiting_approval' })}>去复核</Link>}
    />
  );
}
