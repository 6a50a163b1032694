import { useQuery } from '@tanstack/react-query';
import { settingsEndpoints } from '../../bff/contract/settings/endpoints.ts';
import type { PublicSettings } from '../../bff/contract/settings/replies.ts';
import { call } from '../api/client.ts';
import { readPageData } from '../platform/page/first-answer.ts';

const FIVE_MINUTES_MS = 5 * 60_000;
const PAGE_OPENED_AT = Date.now();

/** Name and telephone numbers of the association, which everybody may know. On H5 they come with the page: nothing moves. */
export function useOffice() {
  return useQuery({
    queryKey: ['office'],
    queryFn: () => call(settingsEndpoints.showPublicSettings, {}),
    initialData: () => readPageData<PublicSettings>('office'),
    initialDataUpdatedAt: PAGE_OPENED_AT,
    staleTime: FIVE_MINUTES_MS,
  });
}
