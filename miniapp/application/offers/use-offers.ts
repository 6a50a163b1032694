import { useQuery } from '@tanstack/react-query';
import { offersEndpoints } from '../../../bff/contract/offers/endpoints.ts';
import { call } from '../../api/client.ts';

/**
 * What the form offers because the account has typed it before (mailboxes, recipients, addresses). Where the server does not
 * answer nothing is offered: everything can be typed.
 */
export function useOffers(accountId: number) {
  return useQuery({
    queryKey: ['offers', accountId],
    queryFn: () => call(offersEndpoints.showOffers, {}),
    staleTime: 60_000,
  });
}
