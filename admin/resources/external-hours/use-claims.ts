import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { externalHoursEndpoints } from '../../../bff/contract/external-hours/endpoints.ts';
import type { DecideHoursClaim, ListHoursClaims } from '../../../bff/contract/external-hours/schemas.ts';
import { call } from '../../providers/call.ts';
import type { Paging } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';

export const useClaimList = (paging: Paging, filter: ListHoursClaims) =>
  useList({
    paging,
    key: ['hours-claims', 'list', filter],
    load: (at, signal) => call(externalHoursEndpoints.listHoursClaims, { query: { ...filter, ...at } }, signal),
    isWork: true,
  });

export const useClaim = (id: string) =>
  useQuery({
    queryKey: ['hours-claims', 'one', id],
    queryFn: ({ signal }) => call(externalHoursEndpoints.showHoursClaim, { params: { id } }, signal),
  });

/** Decides a claim; whatever comes of it, the lawyer's page is asked for again as well. */
export function useDecideClaim(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: DecideHoursClaim) =>
      call(externalHoursEndpoints.decideHoursClaim, { params: { id: String(id) }, body: decision }),
    onSettled: () => client.invalidateQueries(),
  });
}
