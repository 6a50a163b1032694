import { useQueryClient } from '@tanstack/react-query';
import type { StaffPaymentDetail } from '../../../bff/contract/payments/endpoints.ts';

export const keyOf = (id: string) => ['payments', 'show', id];

/** Shows a payment as an act has left it. */
export function useRefresh(id: string) {
  const client = useQueryClient();
  return (payment: StaffPaymentDetail) => {
    client.setQueryData(keyOf(id), payment);
    void client.invalidateQueries({ queryKey: ['payments', 'list'] });
  };
}
