import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { fieldChangeEndpoints as changes } from '../../../../bff/contract/field-changes/endpoints.ts';
import type { DecideFieldChange } from '../../../../bff/contract/field-changes/schemas.ts';
import { changeEndpoints } from '../../../../bff/contract/two-person/endpoints.ts';
import { call } from '../../../providers/call.ts';

/** What a ticket asks of the registry, beside what it says now. */
export const useFieldChange = (id: number, { isShown }: { isShown: boolean }) =>
  useQuery({
    queryKey: ['tickets', 'field-change', id],
    queryFn: ({ signal }) => call(changes.showFieldChange, { params: { id: String(id) } }, signal),
    enabled: isShown,
  });

/** What rests on the value; asked for by itself, so that it keeps nothing else waiting. */
export const useFieldChangeEffects = (id: number) =>
  useQuery({
    queryKey: ['tickets', 'field-change-effects', id],
    queryFn: ({ signal }) => call(changes.showFieldChangeEffects, { params: { id: String(id) } }, signal),
  });

/** Decides it; whatever comes of it, everything that shows the registry is asked for again. */
export function useDecideFieldChange(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: DecideFieldChange) =>
      call(changes.decideFieldChange, { params: { id: String(id) }, body: decision }),
    onSettled: () => void client.invalidateQueries(),
  });
}

/** The second person agrees to what was proposed. */
export function useConfirmProposal() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => call(changeEndpoints.confirmChange, { params: { id: String(id) } }),
    onSettled: () => void client.invalidateQueries(),
  });
}
