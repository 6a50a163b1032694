import { useQuery } from '@tanstack/react-query';
import { offersEndpoints } from '../../../bff/contract/offers/endpoints.ts';
import { call } from '../../api/client.ts';

/** What the form need not be told again. That it cannot be had now is no matter: everything can be typed. */
export function useOffers(accountId: number) {
  return useQuery({
    queryKey: ['offers', accountId],
    queryFn: () => call(offersEndpoints.showOffers, {}),
    staleTime: 60_000,
  });
}
