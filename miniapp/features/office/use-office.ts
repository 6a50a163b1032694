import { useQuery } from '@tanstack/react-query';
import { officeEndpoints } from '../../../bff/contract/endpoints/office.ts';
import { call } from '../../api/client.ts';

const FIVE_MINUTES_MS = 5 * 60_000;

/** Name and telephone numbers of the association, which everybody may know. */
export function useOffice() {
  return useQuery({
    queryKey: ['office'],
    queryFn: () => call(officeEndpoints.showPublicSettings, {}),
    staleTime: FIVE_MINUTES_MS,
  });
}
