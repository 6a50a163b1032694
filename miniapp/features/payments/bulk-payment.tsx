import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { bulkEndpoints, type BulkDetail, type BulkPaper } from '../../../bff/contract/bulk/endpoints.ts';
import { PAPER_STATES } from '../../../bff/contract/papers/enums.ts';
import { untilInWords } from '../../../bff/contract/papers/deadline.ts';
import { toYuan } from '../../../bff/contract/text.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { useOffice } from '../../office/use-office.ts';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Facts, Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { CancelBulkPaper } from './cancel-bulk-paper.tsx';
import { PaidPaper } from './paid-paper.tsx';
import { PayPaper } from './pay-paper.tsx';
import { hasMoney, pauseOf, usePaymentNews } from './use-payment.ts';

/** 纸质证明缴费 of a bulk application: what is owed for all of it in one sum, what was paid, and giving up the paper. */
export function BulkPayment({ order }: { order: BulkDetail }) {
  const office = useOffice().data;
  const queryKey = ['bulk', String(order.id), 'paper'];
  const params = { id: String(order.id) };
  const paper = useQuery({
    queryKey,
    queryFn: () => call(bulkEndpoints.showBulkPaper, { params }),
    refetchInterval: ({ state }) => pauseOf(state.data?.payments.at(-1)?.payment),
  });
  const refresh = () => void queryClient.invalidateQueries({ queryKey: ['bulk', String(order.id)] });
  usePaymentNews(paper.data?.payments.at(-1)?.payment.state, refresh);
  // What is decided meanwhile is owed then.
  const stand = Object.values(order.counts).join();
  useEffect(() => void queryClient.invalidateQueries({ queryKey: ['bulk', params.id, 'paper'] }), [params.id, stand]);
  if (paper.isError && !paper.data) {
    return (
      <Sheet title="纸质证明缴费">
        <Failure fault={paper.error} onRetry={() => void paper.refetch()} />
      </Sheet>
    );
  }
  if (!paper.data || !office) {
    return (
      <Sheet title="纸质证明缴费">
        <Skeleton lines={3} />
      </Sheet>
    );
  }
  const { owed, standing, payments, can } = paper.data;
  const last = payments.at(-1)?.payment;
  const begun = last && !hasMoney[last.state] ? last : null;
  const isPaid = payments.some(({ payment }) => hasMoney[payment.state]);
  return (
    <>
      {payments
        .filter(({ payment }) => hasMoney[payment.state])
        .map(({ bundleId, payment }) => (
          <PaidPaper
            key={bundleId}
            payment={payment}
            readReceipt={() =>
              call(bulkEndpoints.downloadBulkReceipt, { params: { ...params, bundleId: String(bundleId) } })
            }
            receiptName={`缴费收据-批量申请${order.id}-${bundleId}`}
          />
        ))}
      {owed.orders > 0 && office.paysOnline ? (
        <PayPaper
          start={(body) => call(bulkEndpoints.startBulkPayment, { params, body })}
          queryKey={queryKey}
          amountFen={owed.totalFen}
          payment={begun}
        />
      ) : null}
      {owed.orders > 0 || standing.length > 0 ? (
        <Sheet title="纸质证明">
          <Facts rows={standing.map(({ state, orders }) => [PAPER_STATES[state], `${orders} 名律师`] as const)} />
          <Owed paper={paper.data} counter={`${office.officeAddress}，${office.officeHours}`} />
          {can.cancel ? <CancelBulkPaper orderId={order.id} isPaid={isPaid} /> : null}
        </Sheet>
      ) : null}
    </>
  );
}

/** Of what the sum consists, and what will be owed later. */
function Owed({ paper: { owed, undecided }, counter }: { paper: BulkPaper; counter: string }) {
  if (owed.orders === 0) return null;
  const rows = [
    ['待缴费', `${owed.orders} 名律师的纸质证明`] as const,
    ['工本费', `${toYuan(owed.copiesFen)} 元`] as const,
    ['邮寄费', owed.postageFen > 0 ? `${toYuan(owed.postageFen)} 元，一并寄出，只收一次` : ''] as const,
    ['合计', `${toYuan(owed.totalFen)} 元`] as const,
  ];
  return (
    <>
      <Facts rows={rows.filter(([, value]) => value !== '')} />
      {undecided > 0 ? (
        <Notice>
          另有 {undecided} 份证明还没有审核完，通过后再缴费，没有通过的不收。
          {owed.postageFen > 0 ? '等全部审核完再缴费，邮寄费只收一次。' : ''}
        </Notice>
      ) : null}
      {owed.payUntilOn ? <Notice tone="warn">{untilInWords(owed.payUntilOn)}</Notice> : null}
      <Notice>也可以到协会窗口缴费（{counter}）。</Notice>
    </>
  );
}
