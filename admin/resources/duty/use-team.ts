import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ticketDutyEndpoints as duty } from '../../../bff/contract/ticket-duty/endpoints.ts';
import type { SetLeave } from '../../../bff/contract/ticket-duty/schemas.ts';
import { call } from '../../providers/call.ts';
import { useMay } from '../../providers/permission.ts';

/** Everybody who works on tickets, for whoever leads them. */
export function useTeam() {
  const isEnabled = useMay()(duty.showDutyTeam);
  return useQuery({
    queryKey: ['duty', 'team'],
    queryFn: ({ signal }) => call(duty.showDutyTeam, {}, signal),
    enabled: isEnabled,
  });
}

export type DutyAct =
  { act: 'presence'; isPresent: boolean } | ({ act: 'leave' } & SetLeave) | { act: 'end'; version: number };

/** Changes one's own duty (`id` null) or a colleague's; tickets may change hands. */
export function useDutyAct(id: number | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (work: DutyAct): Promise<void> => {
      const params = { id: String(id) };
      if (work.act === 'presence') {
        const body = { isPresent: work.isPresent };
        await (id === null ? call(duty.setOwnPresence, { body }) : call(duty.setPresenceOf, { params, body }));
      } else if (work.act === 'end') {
        const query = { version: work.version };
        await (id === null ? call(duty.endOwnLeave, { query }) : call(duty.endLeaveOf, { params, query }));
      } else {
        const { act: _act, ...body } = work;
        await (id === null ? call(duty.setOwnLeave, { body }) : call(duty.setLeaveOf, { params, body }));
      }
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['duty'] }),
        client.invalidateQueries({ queryKey: ['tickets'] }),
      ]),
  });
}
