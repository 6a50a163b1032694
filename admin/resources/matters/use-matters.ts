import { useMutation, useQueryClient } from '@tanstack/react-query';
import { matterEndpoints } from '../../../bff/contract/matters/endpoints.ts';
import type { ListMatters, SettleMatter } from '../../../bff/contract/matters/schemas.ts';
import { call } from '../../providers/call.ts';
import type { Paging } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';

export const useMatters = (paging: Paging, filter: ListMatters) =>
  useList({
    paging,
    key: ['matters', filter],
    load: (at, signal) => call(matterEndpoints.listMatters, { query: { ...filter, ...at } }, signal),
    isWork: true,
  });

/** Settles one; whatever comes of it, everything that shows the letter is asked for again. */
export function useSettlement(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SettleMatter) => call(matterEndpoints.settleMatter, { params: { id: String(id) }, body }),
    onSettled: () => client.invalidateQueries(),
  });
}
