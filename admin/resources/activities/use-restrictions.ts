import { useMutation, useQueryClient } from '@tanstack/react-query';
import { restrictionEndpoints as restrictions } from '../../../bff/contract/activity-restrictions/endpoints.ts';
import type { ListRestrictions } from '../../../bff/contract/activity-restrictions/schemas.ts';
import { call } from '../../providers/call.ts';
import type { Paging } from '../../ui/list/use-address-filters.ts';
import { useList } from '../../ui/list/use-list.ts';

export const useRestrictionList = (paging: Paging, filter: ListRestrictions) =>
  useList({
    paging,
    key: ['activities', 'restrictions', filter],
    load: (at, signal) => call(restrictions.listRestrictions, { query: { ...filter, ...at } }, signal),
  });

const ACTS = {
  lift: restrictions.liftRestriction,
  excuse: restrictions.excuseAbsence,
  excuseAll: restrictions.excuseAbsences,
} as const;

/** Lifts a restriction, lets an absence not count, or all of an activity, with the reason that is told. */
export function useForgiving(act: keyof typeof ACTS) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: number; reason: string }) =>
      call(ACTS[act], { params: { id: String(id) }, body: { reason } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['activities'] }),
  });
}
