import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { correctionEndpoints } from '../../../bff/contract/corrections/endpoints.ts';
import type { DecideCorrection, ListCorrections } from '../../../bff/contract/corrections/schemas.ts';
import { call } from '../../providers/call.ts';
import type { Paging } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';

export const useCorrectionList = (paging: Paging, filter: ListCorrections) =>
  useList({
    paging,
    key: ['corrections', 'list', filter],
    load: (at, signal) => call(correctionEndpoints.listCorrections, { query: { ...filter, ...at } }, signal),
    isWork: true,
  });

/** A few of them, where they are no list of their own. */
export const useCorrections = (query: ListCorrections, { isShown = true } = {}) =>
  useQuery({
    queryKey: ['corrections', 'list', query],
    queryFn: ({ signal }) => call(correctionEndpoints.listCorrections, { query }, signal),
    enabled: isShown,
  });

export const useCorrection = (id: string) =>
  useQuery({
    queryKey: ['corrections', 'one', id],
    queryFn: ({ signal }) => call(correctionEndpoints.showCorrection, { params: { id } }, signal),
  });

/** Decides a request; whatever comes of it, everything that shows the registry is asked for again. */
export function useDecideCorrection(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: DecideCorrection) =>
      call(correctionEndpoints.decideCorrection, { params: { id: String(id) }, body: decision }),
    onSettled: () => client.invalidateQueries(),
  });
}
