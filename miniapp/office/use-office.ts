import { useQuery } from '@tanstack/react-query';
import { settingsEndpoints } from '../../bff/contract/settings/endpoints.ts';
import { call } from '../api/client.ts';
import { readOfficeData } from '../platform/first-paint/first-answer.ts';

const FIVE_MINUTES_MS = 5 * 60_000;
const PAGE_OPENED_AT = Date.now();

/** Name and telephone numbers of the association, which everybody may know. On H5 they come with the page: nothing moves. */
export function useOffice() {
  return useQuery({
    queryKey: ['office'],
    queryFn: () => call(settingsEndpoints.showPublicSettings, {}),
    initialData: readOfficeData,
    initialDataUpdatedAt: PAGE_OPENED_AT,
    staleTime: FIVE_MINUTES_MS,
  });
}
