import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { paymentEndpoints, type PaymentDetail } from '../../../bff/contract/payments/endpoints.ts';
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
  const state = query.data?.state;
  const before = useRef(state);
  useEffect(() => {
    // Only what happens before the member's eyes is news.
    if (before.current === 'paying' && state === 'paid') showToast('支付成功');
    if (before.current && before.current !== state) {
      void queryClient.invalidateQueries({ queryKey: ['application', applicationId] });
    }
    before.current = state;
  }, [state, applicationId]);
  return query;
}

function pauseOf(payment: PaymentDetail | null | undefined): number | false {
  return payment?.state === 'paying' || payment?.state === 'refunding' ? ASK_EVERY_MS[payment.state] : false;
}
