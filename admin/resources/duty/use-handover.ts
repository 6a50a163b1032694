import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ticketDutyEndpoints as duty } from '../../../bff/contract/ticket-duty/endpoints.ts';
import { call } from '../../providers/call.ts';

/** What a colleague has open. */
export const useHandover = (id: string) =>
  useQuery({
    queryKey: ['duty', 'handover', id],
    queryFn: ({ signal }) => call(duty.showHandover, { params: { id } }, signal),
  });

/** Passes all of it on; tickets change hands. */
export function usePassOn(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (toId: number) => call(duty.handOver, { params: { id }, body: { toId } }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['duty'] }),
        client.invalidateQueries({ queryKey: ['tickets'] }),
      ]),
  });
}
