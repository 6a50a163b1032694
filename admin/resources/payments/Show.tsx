import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import {
  paymentEndpoints,
  type RefundReply,
  type StaffPaymentDetail,
} from '../../../bff/contract/endpoints/payments.ts';
import { PAYMENT_CHANNELS } from '../../../bff/contract/payments.ts';
import { toYuan } from '../../../bff/contract/text.ts';
import { call } from '../../providers/call.ts';
import { sentenceOf } from '../../providers/failure.ts';
import { FactList } from '../../ui/FactList.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Page } from '../../ui/Page.tsx';
import { formatInstant } from '../../ui/dates.ts';
import { PaymentTag, RefundTag } from './PaymentTag.tsx';

const keyOf = (id: string) => ['payments', 'show', id];

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
          {payment.description} <PaymentTag state={payment.state} />
        </>
      }
      name={payment.description}
      back={{ to: '/payments', label: '订单与对账' }}
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

const factsOf = (payment: StaffPaymentDetail): [string, string][] => [
  ['金额', `${toYuan(payment.amountFen)} 元`],
  ['申请人', payment.applicantName],
  ['支付方式', PAYMENT_CHANNELS[payment.channel]],
  ['商户订单号', payment.outTradeNo],
  ['微信支付订单号', payment.transactionId ?? '—'],
  ['发起时间', formatInstant(payment.createdAt)],
  ['支付时间', payment.paidAt ? formatInstant(payment.paidAt) : '—'],
];

function useRefresh(id: string) {
  const client = useQueryClient();
  return (payment: StaffPaymentDetail) => {
    client.setQueryData(keyOf(id), payment);
    void client.invalidateQueries({ queryKey: ['payments', 'list'] });
  };
}

function AskRefund({ payment }: { payment: StaffPaymentDetail }) {
  const id = String(payment.id);
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const refresh = useRefresh(id);
  const ask = useMutation({
    mutationFn: () => call(paymentEndpoints.requestRefund, { params: { id }, body: { reason } }),
    onSuccess: (reply) => {
      void message.success('已提交退款');
      refresh(reply);
    },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  return (
    <form
      className="card-line"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <Input
        aria-label="退款原因"
        placeholder="退款原因，会显示给付款人"
        maxLength={20}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button htmlType="submit" danger loading={ask.isPending} disabled={reason.trim() === ''}>
        退款 {toYuan(payment.amountFen)} 元
      </Button>
    </form>
  );
}

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
        {formatInstant(refund.createdAt)} {refund.requestedBy} 申请
        {refund.decidedBy && `，${refund.decidedBy} 复核`}
        {refund.finishedAt && `，${formatInstant(refund.finishedAt)} 办结`}
      </p>
      {refund.lastError && <p className="multiline">{refund.lastError}</p>}
      {refund.can.decide && (
        <p className="card-line">
          <Button type="primary" loading={decide.isPending} onClick={() => decide.mutate('approve')}>
            同意退款
          </Button>
          <Button loading={decide.isPending} onClick={() => decide.mutate('decline')}>
            不同意
          </Button>
        </p>
      )}
    </div>
  );
}
