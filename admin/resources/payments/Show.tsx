import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { paymentEndpoints, type StaffPaymentDetail } from '../../../bff/contract/payments/endpoints.ts';
import type { RefundReply } from '../../../bff/contract/payments/replies.ts';
import { PAYMENT_CHANNELS, PAYMENT_PURPOSES } from '../../../bff/contract/payments/enums.ts';
import { toYuan } from '../../../bff/contract/text.ts';
import { pageUrl } from '../../addresses.ts';
import { call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { FactList, type Fact } from '../../ui/FactList.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Grouped } from '../../ui/Grouped.tsx';
import { Page } from '../../ui/Page.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { openPdfBytes } from '../../ui/pdf/open-pdf-bytes.ts';
import { WholeTimes } from '../../ui/WholeTimes.tsx';
import { AskRefund } from './AskRefund.tsx';
import { PaymentTag, RefundTag } from './PaymentTag.tsx';
import { keyOf, useRefresh } from './use-refresh.ts';

/** One payment: what it was for, and its refunds, which finance asks for and a second person agrees to. */
export function PaymentShow() {
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => call(paymentEndpoints.showStaffPayment, { params: { id } }, signal),
  });
  const { data: payment } = query;
  if (query.isError && !payment) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (!payment) return <Skeleton active className="page" />;
  return (
    <Page
      title={
        <>
          {payment.description} <PaymentTag payment={payment} />
        </>
      }
      name={payment.description}
      back={{ to: pageUrl('payments'), label: '订单与对账' }}
      actions={payment.can.receipt && <ReceiptButton id={payment.id} />}
    >
      <section className="sheet padded">
        <FactList facts={factsOf(payment)} />
      </section>
      <section className="sheet padded">
        <h2>退款</h2>
        {payment.refunds.length === 0 && <p className="quiet">没有退款</p>}
        {payment.refunds.map((refund) => (
          <RefundItem key={refund.id} refund={refund} paymentId={id} />
        ))}
        {payment.can.refund && <AskRefund payment={payment} />}
      </section>
    </Page>
  );
}

const factsOf = (payment: StaffPaymentDetail): Fact[] => [
  ['金额', `${toYuan(payment.amountFen)} 元`],
  ...(payment.refundedFen > 0 ? [['已退款', `${toYuan(payment.refundedFen)} 元`] as Fact] : []),
  ['申请人', payment.applicantName],
  ['支付方式', PAYMENT_CHANNELS[payment.channel]],
  ['商户订单号', <Grouped key="order" value={payment.outTradeNo} />],
  ['微信支付订单号', payment.transactionId ? <Grouped key="transaction" value={payment.transactionId} /> : '—'],
  ['用途', <Purpose key="purpose" {...payment} />],
  ['发起时间', formatInstant(payment.createdAt)],
  ['支付时间', payment.paidAt ? formatInstant(payment.paidAt) : '—'],
];

/** What one order of paper was paid for, with the way to it. */
const Purpose = ({ purpose, subjectId }: Pick<StaffPaymentDetail, 'purpose' | 'subjectId'>) =>
  purpose === 'paper' ? (
    <Link to={pageUrl('paper', { id: subjectId })}>{PAYMENT_PURPOSES.paper}</Link>
  ) : (
    PAYMENT_PURPOSES[purpose]
  );

function ReceiptButton({ id }: { id: number }) {
  const { message } = App.useApp();
  const open = useMutation({
    mutationFn: () => call(paymentEndpoints.downloadStaffReceipt, { params: { id: String(id) } }),
    onSuccess: openPdfBytes,
    onError: (error) => void message.error(sentenceOf(error)),
  });
  return (
    <Button loading={open.isPending} onClick={() => open.mutate()}>
      缴费收据
    </Button>
  );
}

const courseOf = ({ createdAt, requestedBy, decidedBy, finishedAt }: RefundReply): string =>
  [
    `${formatInstant(createdAt)} ${requestedBy} 申请`,
    decidedBy && `${decidedBy} 复核`,
    finishedAt && `${formatInstant(finishedAt)} 办结`,
  ]
    .filter(Boolean)
    .join('，');

function RefundItem({ refund, paymentId }: { refund: RefundReply; paymentId: string }) {
  const { message } = App.useApp();
  const refresh = useRefresh(paymentId);
  const decide = useMutation({
    mutationFn: (verdict: 'approve' | 'decline') =>
      call(paymentEndpoints.decideRefund, { params: { id: String(refund.id) }, body: { verdict } }),
    onSuccess: refresh,
    onError: (error) => void message.error(sentenceOf(error)),
  });
  return (
    <div>
      <p className="card-line">
        <span>
          {toYuan(refund.amountFen)} 元 · {refund.reason}
        </span>
        <RefundTag state={refund.state} />
      </p>
      <p className="quiet figures">
        <WholeTimes words={courseOf(refund)} />
      </p>
      {refund.lastError && <p className="multiline">{refund.lastError}</p>}
      {refund.can.decide && (
        <div className="row">
          <Button type="primary" loading={decide.isPending} onClick={() => decide.mutate('approve')}>
            同意退款
          </Button>
          <Button loading={decide.isPending} onClick={() => decide.mutate('decline')}>
            不同意
          </Button>
        </div>
      )}
    </div>
  );
}
