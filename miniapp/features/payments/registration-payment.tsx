import { useQuery } from '@tanstack/react-query';
import { activityEndpoints as activities } from '../../../bff/contract/activities/endpoints.ts';
import type { ActivityPage } from '../../../bff/contract/activities/replies.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { Failure } from '../../ui/sheets/blank.tsx';
import { Notice, Sheet } from '../../ui/sheets/sheet.tsx';
import { PaidPaper } from './paid-paper.tsx';
import { PayPaper } from './pay-paper.tsx';
import { hasMoney, pauseOf, usePaymentNews } from './use-payment.ts';
import { useTimeLeft } from './use-time-left.ts';

/** 报名费: what is owed for the seat that is held and until when, or what was paid and what became of it. */
export function RegistrationPayment({ own }: { own: NonNullable<ActivityPage['own']> }) {
  return own.feeFen > 0 ? <Fee own={own} /> : null;
}

function Fee({ own }: { own: NonNullable<ActivityPage['own']> }) {
  const params = { id: String(own.id) };
  const queryKey = ['registration-payment', own.id];
  const { data, isError, error, refetch } = useQuery({
    queryKey,
    queryFn: () => call(activities.showRegistrationPayment, { params }),
    refetchInterval: ({ state }) => pauseOf(state.data),
  });
  usePaymentNews(data?.state, () => void queryClient.invalidateQueries({ queryKey: ['activities'] }));
  if (isError && data === undefined) {
    return (
      <Sheet title="报名费">
        <Failure fault={error} onRetry={() => void refetch()} />
      </Sheet>
    );
  }
  const payment = data ?? null;
  if (payment && hasMoney[payment.state]) {
    return (
      <PaidPaper
        payment={payment}
        readReceipt={() => call(activities.downloadRegistrationReceipt, { params })}
        receiptName={`缴费收据-活动报名${own.id}`}
      />
    );
  }
  if (own.state !== 'paying' || own.payUntil === null) return null;
  return <Owed own={{ ...own, payUntil: own.payUntil }} payment={payment} queryKey={queryKey} />;
}

function Owed({
  own,
  payment,
  queryKey,
}: {
  own: { id: number; feeFen: number; payUntil: string };
  payment: Parameters<typeof PayPaper>[0]['payment'];
  queryKey: readonly unknown[];
}) {
  const left = useTimeLeft(own.payUntil);
  if (left === 0) {
    return <Notice tone="warn">支付时间已到，名额正在释放。仍要参加的，请稍后重新报名。</Notice>;
  }
  const minutes = Math.ceil(left / 60);
  return (
    <PayPaper
      title="报名费"
      hint={`名额为您保留，还有${minutes}分钟；逾期未支付，名额释放给候补人员。`}
      start={(body) => call(activities.startRegistrationPayment, { params: { id: String(own.id) }, body })}
      queryKey={queryKey}
      amountFen={own.feeFen}
      payment={payment}
    />
  );
}
