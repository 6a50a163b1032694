import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { matterEndpoints } from '../../../bff/contract/matters/endpoints.ts';
import type { ListMatters, SettleMatter } from '../../../bff/contract/matters/schemas.ts';
import { call } from '../../providers/call.ts';

export const useMatters = (query: ListMatters) =>
  useQuery({
    queryKey: ['matters', query],
    queryFn: ({ signal }) => call(matterEndpoints.listMatters, { query }, signal),
    placeholderData: keepPreviousData,
  });

/** Settles one; whatever comes of it, everything that shows the letter is asked for again. */
export function useSettlement(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SettleMatter) => call(matterEndpoints.settleMatter, { params: { id: String(id) }, body }),
    onSettled: () => client.invalidateQueries(),
  });
}
