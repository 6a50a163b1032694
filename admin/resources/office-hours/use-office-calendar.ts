import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { officeHoursEndpoints as hours, type OfficeCalendar } from '../../../bff/contract/office-hours/endpoints.ts';
import type { OfficeDayInput } from '../../../bff/contract/office-hours/schemas.ts';
import { call } from '../../providers/call.ts';

/** Below `settings`, so that a confirmed year shows here as well (changes/Changes.tsx). */
export const CALENDAR_KEY = ['settings', 'office-hours'];

type DayAct = { date: string } & (OfficeDayInput | { version: number });

export function useOfficeCalendar() {
  return useQuery({
    queryKey: CALENDAR_KEY,
    queryFn: ({ signal }) => call(hours.showOfficeCalendar, {}, signal),
  });
}

/**
 * Says how the office works on one day, or takes that back. `version`: of what the office had said of it as far as was seen. The
 * list is read anew when somebody else was faster.
 */
export function useOfficeDay() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ date, ...said }: DayAct): Promise<OfficeCalendar> =>
      'kind' in said
        ? call(hours.setOfficeDay, { params: { date }, body: said })
        : call(hours.clearOfficeDay, { params: { date }, query: said }),
    onSuccess: (calendar) => client.setQueryData(CALENDAR_KEY, calendar),
    onError: () => client.invalidateQueries({ queryKey: CALENDAR_KEY, exact: true }),
  });
}
