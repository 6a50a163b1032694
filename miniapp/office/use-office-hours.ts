import { useQuery } from '@tanstack/react-query';
import { DAY_MS } from '../../bff/contract/dates.ts';
import { officeHoursEndpoints } from '../../bff/contract/office-hours/endpoints.ts';
import { call } from '../api/client.ts';

const FIVE_MINUTES_MS = 5 * 60_000;
const LEAST_MS = 1_000;

/** Whether somebody is there; asked again when that changes, and after five minutes for whoever looks then. */
export function useOfficeHours() {
  return useQuery({
    queryKey: ['office-hours'],
    queryFn: () => call(officeHoursEndpoints.showOfficeHours, {}),
    staleTime: FIVE_MINUTES_MS,
    // Not longer than a day ahead: a timer of more than 24 days fires at once.
    refetchInterval: ({ state }) => {
      const changesAt = Date.parse(state.data?.telephone.changesAt ?? '');
      const wait = Math.max(LEAST_MS, changesAt - Date.now() + LEAST_MS);
      return wait < DAY_MS ? wait : false;
    },
  });
}
