import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { paymentEndpoints, type PaymentDetail } from '../../../bff/contract/payments/endpoints.ts';
import type { PaymentState } from '../../../bff/contract/payments/enums.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { showToast } from '../../platform/page/show-toast.ts';

/** A page on which somebody is paying asks this often, one that waits for a bank rather less. */
const ASK_EVERY_MS = { paying: 2_000, refunding: 15_000 } as const;

/** How the payment for an application's paper copies stands; asked again until it is paid or closed. */
export function usePayment(applicationId: number) {
  const query = useQuery({
    queryKey: ['payment', applicationId],
    queryFn: () => call(paymentEndpoints.showPayment, { params: { id: String(applicationId) } }),
    refetchInterval: ({ state }) => pauseOf(state.data),
  });
  const refresh = () => void queryClient.invalidateQueries({ queryKey: ['application', applicationId] });
  usePaymentNews(query.data?.state, refresh);
  return query;
}

/** Says so when a payment is made before the member's eyes; `refresh` what depends on it, whenever it moves. */
export function usePaymentNews(state: PaymentState | undefined, refresh: () => void): void {
  const before = useRef(state);
  useEffect(() => {
    // Only what happens before the member's eyes is news.
    if (before.current === 'paying' && state === 'paid') showToast('支付成功');
    if (before.current && before.current !== state) refresh();
    before.current = state;
  });
}

/** Whether money came in, wherever it is now. */
export const hasMoney: Record<PaymentState, boolean> = {
  paid: true,
  refunding: true,
  refunded: true,
  created: false,
  paying: false,
  closed: false,
};

/** How soon a payment is asked about again, ms; false: it does not move by itself. */
export function pauseOf(payment: PaymentDetail | null | undefined): number | false {
  return payment?.state === 'paying' || payment?.state === 'refunding' ? ASK_EVERY_MS[payment.state] : false;
}
