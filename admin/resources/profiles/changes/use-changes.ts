import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { profileChangeEndpoints as changes } from '../../../../bff/contract/profile-changes/endpoints.ts';
import type { ProfileChangeRow } from '../../../../bff/contract/profile-changes/replies.ts';
import type { DecideProfileChange, ListProfileChanges } from '../../../../bff/contract/profile-changes/schemas.ts';
import { call } from '../../../providers/call.ts';
import type { Paging } from '../../../ui/list/use-address-filters.ts';
import { useList } from '../../../ui/list/use-list.ts';

export const useChangeList = (paging: Paging, filter: ListProfileChanges) =>
  useList({
    paging,
    key: ['profile-changes', 'list', filter],
    load: (at, signal) => call(changes.listProfileChanges, { query: { ...filter, ...at } }, signal),
    isWork: true,
  });

export const useChange = (id: string) =>
  useQuery({
    queryKey: ['profile-changes', 'one', id],
    queryFn: ({ signal }) => call(changes.showProfileChange, { params: { id } }, signal),
    // What was opened for a reason stands beside it: it does not move under the eyes of whoever reviews.
    refetchOnWindowFocus: false,
  });

/** An act on changes; whatever comes of it, everything that shows them is asked for again. */
function useAct<Input, Reply>(act: (input: Input) => Promise<Reply>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries({ queryKey: ['profile-changes'] }) });
}

export const useDecideChange = (id: number) =>
  useAct((body: DecideProfileChange) => call(changes.decideProfileChange, { params: { id: String(id) }, body }));

export const usePassChanges = () =>
  useAct((rows: readonly ProfileChangeRow[]) =>
    call(changes.passProfileChanges, { body: { items: rows.map(({ id, version }) => ({ id, version })) } }),
  );

/** Shows what is sensitive in a change, for a reason; not kept after the page is left. */
export const useOpeningChange = (id: number) =>
  useMutation({
    mutationFn: (reason: string) => call(changes.openProfileChange, { params: { id: String(id) }, body: { reason } }),
    gcTime: 0,
  });
