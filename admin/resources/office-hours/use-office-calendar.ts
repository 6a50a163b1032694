import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { officeHoursEndpoints as hours, type OfficeCalendar } from '../../../bff/contract/office-hours/endpoints.ts';
import type { OfficeDayInput } from '../../../bff/contract/office-hours/schemas.ts';
import { call } from '../../providers/call.ts';

/** Below `settings`, so that a confirmed year shows here as well (changes/Changes.tsx). */
export const CALENDAR_KEY = ['settings', 'office-hours'];

export function useOfficeCalendar() {
  return useQuery({
    queryKey: CALENDAR_KEY,
    queryFn: ({ signal }) => call(hours.showOfficeCalendar, {}, signal),
  });
}

/** Says how the office works on one day, or takes that back (`input` null). */
export function useOfficeDay() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ date, input }: { date: string; input: OfficeDayInput | null }): Promise<OfficeCalendar> =>
      input === null
        ? call(hours.clearOfficeDay, { params: { date } })
        : call(hours.setOfficeDay, { params: { date }, body: input }),
    onSuccess: (calendar) => client.setQueryData(CALENDAR_KEY, calendar),
  });
}
