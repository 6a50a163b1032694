import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Space, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { paymentEndpoints, type DifferenceRow } from '../../../bff/contract/payments/endpoints.ts';
import { DIFFERENCE_KINDS } from '../../../bff/contract/payments/enums.ts';
import type { ListDifferences } from '../../../bff/contract/payments/schemas.ts';
import { LATE } from '../../../bff/contract/office-hours/enums.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { DataTable } from '../../ui/list/DataTable.tsx';
import { FilterBar, type Filter } from '../../ui/list/FilterBar.tsx';
import { Page } from '../../ui/Page.tsx';
import { useAddressFilters } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';
import { yuanOf } from './yuan-of.ts';
import { Grouped } from '../../ui/Grouped.tsx';
import { useWarnWhile } from '../../ui/form/use-leave-warning.ts';

const STATES = { open: '待处理', resolved: '已处理' } as const;
const filters = [
  { kind: 'choice', name: 'state', label: '状态', options: STATES },
  { kind: 'choice', name: 'waited', label: '已等待', options: LATE, none: '不限' },
] as const satisfies Filter<string>[];

/** 账单差异: what does not agree between our books and WeChat Pay's bill of a day. */
export function DifferenceList() {
  const address = useAddressFilters(['state', 'waited'], ['state']);
  const state = (address.values.state ?? 'open') as keyof typeof STATES;
  const filter = { ...address.values, state } as ListDifferences;
  const list = useList({
    paging: address.paging,
    key: ['payment-differences', filter],
    load: (at, signal) => call(paymentEndpoints.listDifferences, { query: { ...filter, ...at } }, signal),
    isWork: true,
  });
  return (
    <Page title="账单差异" name="账单差异" back={{ to: pageUrl('bills'), label: '对账' }}>
      <FilterBar filters={filters} address={{ ...address, values: { ...address.values, state } }} />
      <DataTable<DifferenceRow>
        {...list}
        paging={address.paging}
        empty={state === 'open' ? '没有待处理的差异' : '没有处理过的差异'}
        columns={columns}
        card={(row) => (
          <>
            <strong>{DIFFERENCE_KINDS[row.kind]}</strong>
            <Grouped value={row.outTradeNo} />
            <span className="card-line quiet figures">
              <span>{row.billOn}</span>
              <span>
                本系统 {yuanOf(row.oursFen)} · 微信 {yuanOf(row.theirsFen)}
              </span>
            </span>
            <Settle row={row} />
          </>
        )}
      />
    </Page>
  );
}

const columns: TableColumnsType<DifferenceRow> = [
  { title: '账单日期', dataIndex: 'billOn', className: 'figures' },
  { title: '差异', key: 'kind', className: 'wrap', render: (_, row) => DIFFERENCE_KINDS[row.kind] },
  { title: '商户订单号', dataIndex: 'outTradeNo', render: (value: string) => <Grouped value={value} /> },
  { title: '本系统（元）', dataIndex: 'oursFen', align: 'right', className: 'figures', render: yuanOf },
  { title: '微信支付（元）', dataIndex: 'theirsFen', align: 'right', className: 'figures', render: yuanOf },
  { title: '处理', key: 'settle', className: 'wrap', render: (_, row) => <Settle row={row} /> },
];

function Settle({ row }: { row: DifferenceRow }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [note, setNote] = useState('');
  useWarnWhile(note !== '' && row.resolvedAt === null);
  const settle = useMutation({
    mutationFn: () => call(paymentEndpoints.resolveDifference, { params: { id: String(row.id) }, body: { note } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['payment-differences'] }),
    onError: (error) => void message.error(sentenceOf(error)),
  });
  if (row.resolvedAt) return <>{`${row.note}（${row.resolvedBy}）`}</>;
  return (
    <Space.Compact>
      <Input
        aria-label="处理说明"
        placeholder="处理说明"
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button loading={settle.isPending} disabled={note.trim() === ''} onClick={() => settle.mutate()}>
        已处理
      </Button>
    </Space.Compact>
  );
}
