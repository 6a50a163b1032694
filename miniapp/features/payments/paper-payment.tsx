import type { PaperReply } from '../../../bff/contract/certificates/replies.ts';
import { paymentEndpoints } from '../../../bff/contract/payments/endpoints.ts';
import { call } from '../../api/client.ts';
import { Failure, Skeleton } from '../../ui/sheets/blank.tsx';
import { Sheet } from '../../ui/sheets/sheet.tsx';
import { useOffice } from '../../office/use-office.ts';
import { PaidPaper } from './paid-paper.tsx';
import { PayPaper } from './pay-paper.tsx';
import { hasMoney, usePayment } from './use-payment.ts';

/** 纸质证明缴费: what is owed and how to pay it, or what was paid and what became of it. Nothing where neither is so. */
export function PaperPayment({ applicationId, paper }: { applicationId: number; paper: PaperReply }) {
  const office = useOffice().data;
  const payment = usePayment(applicationId);
  const isOwed = paper.progress?.state === 'awaiting_payment';
  if (payment.isError && !payment.data) {
    return (
      <Sheet title="纸质证明缴费">
        <Failure fault={payment.error} onRetry={() => void payment.refetch()} />
      </Sheet>
    );
  }
  if (payment.data === undefined || !office) {
    return (
      <Sheet title="纸质证明缴费">
        <Skeleton lines={3} />
      </Sheet>
    );
  }
  const paid = payment.data && hasMoney[payment.data.state] ? payment.data : null;
  const params = { id: String(applicationId) };
  return (
    <>
      {paid ? (
        <PaidPaper
          payment={paid}
          readReceipt={() => call(paymentEndpoints.downloadReceipt, { params })}
          receiptName={`缴费收据-${applicationId}`}
        />
      ) : null}
      {isOwed && office.paysOnline && paid?.state !== 'paid' ? (
        <PayPaper
          start={(body) => call(paymentEndpoints.startPayment, { params, body })}
          queryKey={['payment', applicationId]}
          amountFen={paper.fees.totalFen}
          payment={paid ? null : payment.data}
        />
      ) : null}
    </>
  );
}
