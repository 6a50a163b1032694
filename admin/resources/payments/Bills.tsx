import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, type TableColumnsType } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paymentEndpoints, type BillRow } from '../../../bff/contract/payments/endpoints.ts';
import { toYuan } from '../../../bff/contract/text.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { everyFaultOf } from '../../providers/failure.ts';
import { PlainDateInput } from '../../ui/form/PlainDateInput.tsx';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { Page } from '../../ui/Page.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';
import { yuanOf } from './yuan-of.ts';

export const billColumns: TableColumnsType<BillRow> = [
  { title: '账单日期', dataIndex: 'billOn', className: 'figures' },
  { title: '支付（笔）', dataIndex: 'payments', align: 'right', className: 'figures' },
  { title: '支付（元）', dataIndex: 'paymentsFen', align: 'right', className: 'figures', render: yuanOf },
  { title: '退款（笔）', dataIndex: 'refunds', align: 'right', className: 'figures' },
  { title: '退款（元）', dataIndex: 'refundsFen', align: 'right', className: 'figures', render: yuanOf },
  {
    title: '净额（元）',
    key: 'net',
    align: 'right',
    className: 'figures',
    render: (_, row) => netOf(row),
  },
  { title: '结果', key: 'differences', render: (_, row) => resultOf(row) },
  { title: '核对时间', dataIndex: 'reconciledAt', className: 'figures', render: formatInstant },
  { title: '核对人', dataIndex: 'reconciledBy' },
  {
    title: '操作日志条数与校验值',
    dataIndex: 'auditEnd',
    className: 'figures digest',
    render: (end: string) => end || '—',
  },
];
/** Compared before amounts were noted: none is shown. */
const netOf = ({ paymentsFen, refundsFen }: BillRow) =>
  paymentsFen === null || refundsFen === null ? '—' : toYuan(paymentsFen - refundsFen);
const resultOf = ({ differences }: BillRow) => (differences === 0 ? '一致' : <strong>差异 {differences} 项</strong>);

export const NO_BILLS = '还没有核对过账单，每天上午10点半自动核对前一天的';

export function BillCard({ row }: { row: BillRow }) {
  return (
    <>
      <span className="card-line">
        <strong className="figures">{row.billOn}</strong>
        <span>{resultOf(row)}</span>
      </span>
      <span className="card-line quiet figures">
        <span>
          支付 {row.payments} 笔 {yuanOf(row.paymentsFen)} 元 · 退款 {row.refunds} 笔 {yuanOf(row.refundsFen)} 元
        </span>
        <span>{row.reconciledBy}</span>
      </span>
    </>
  );
}

/** 对账: each day's bill of WeChat Pay against our books, by itself every morning and by hand when finance wants it. */
export function BillList() {
  const navigate = useNavigate();
  const address = useAddressFilters([]);
  const list = useList({
    paging: address.paging,
    key: ['payment-bills'],
    load: (at, signal) => call(paymentEndpoints.listBills, { query: at }, signal),
    isWork: true,
  });
  const open = useQuery({
    queryKey: ['payment-differences', 'open', 'count'],
    queryFn: ({ signal }) => call(paymentEndpoints.listDifferences, { query: { state: 'open', limit: 1 } }, signal),
  });
  const waiting = open.data?.total ?? 0;
  return (
    <Page
      title="对账"
      name="对账"
      back={{ to: pageUrl('payments'), label: '订单与对账' }}
      actions={<Button onClick={() => void navigate(pageUrl('differences'))}>账单差异（{waiting}）</Button>}
    >
      <Reconcile />
      <DataTable<BillRow>
        {...list}
        paging={address.paging}
        empty={NO_BILLS}
        columns={billColumns}
        card={(row) => (
          <>
            <BillCard row={row} />
            {row.auditEnd !== '' && <span className="card-line quiet figures digest">操作日志 {row.auditEnd}</span>}
          </>
        )}
      />
    </Page>
  );
}

function Reconcile() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [day, setDay] = useState(() => dayjs().subtract(1, 'day').format('YYYY-MM-DD'));
  const reconcile = useMutation({
    mutationFn: () => call(paymentEndpoints.reconcileBill, { body: { date: day } }),
    onSuccess: () => {
      void message.success('已核对');
      void client.invalidateQueries({ queryKey: ['payment-bills'] });
      void client.invalidateQueries({ queryKey: ['payment-differences'] });
    },
  });
  return (
    <section className="sheet padded confirm" aria-label="核对账单">
      <p className="quiet">
        每天上午10点半自动下载前一天的微信支付账单，与本系统逐笔核对；也可以现在核对某一天。打印本页留存：操作日志的条数和校验值印在纸上，日后改写操作日志就能查出来。
      </p>
      <div className="row">
        <PlainDateInput aria-label="账单日期" value={day} onChange={setDay} />
        <Button loading={reconcile.isPending} onClick={() => reconcile.mutate()}>
          核对
        </Button>
      </div>
      {reconcile.error && <Alert type="error" showIcon role="alert" title={everyFaultOf(reconcile.error)} />}
    </section>
  );
}
