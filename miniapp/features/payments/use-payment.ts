import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { paymentEndpoints } from '../../../bff/contract/endpoints/payments.ts';
import { call } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { showToast } from '../../platform/show-toast.ts';

/** A page on which somebody is paying asks this often. */
const ASK_EVERY_MS = 2_000;

/** How the payment for an application's paper copies stands; asked again until it is paid or closed. */
export function usePayment(applicationId: number) {
  const query = useQuery({
    queryKey: ['payment', applicationId],
    queryFn: () => call(paymentEndpoints.showPayment, { params: { id: String(applicationId) } }),
    refetchInterval: ({ state }) => (state.data?.state === 'paying' ? ASK_EVERY_MS : false),
  });
  const isPaid = query.data?.state === 'paid';
  useEffect(() => {
    if (!isPaid) return;
    showToast('支付成功');
    void queryClient.invalidateQueries({ queryKey: ['application', applicationId] });
  }, [isPaid, applicationId]);
  return query;
}
