import { useQuery } from '@tanstack/react-query';
import { settingsEndpoints } from '../../bff/contract/settings/endpoints.ts';
import { call } from '../api/client.ts';

const FIVE_MINUTES_MS = 5 * 60_000;

/** Name and telephone numbers of the association, which everybody may know. */
export function useOffice() {
  return useQuery({
    queryKey: ['office'],
    queryFn: () => call(settingsEndpoints.showPublicSettings, {}),
    staleTime: FIVE_MINUTES_MS,
  });
}
