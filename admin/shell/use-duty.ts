import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ticketDutyEndpoints as duty, type OwnDuty } from '../../bff/contract/ticket-duty/endpoints.ts';
import { call } from '../providers/call.ts';
import { useMay } from '../providers/permission.ts';

export const OWN_DUTY = ['duty', 'own'];

/** One's own switch; nothing for whoever works on no tickets. */
export function useOwnDuty() {
  const isEnabled = useMay()(duty.showOwnDuty);
  return useQuery({
    queryKey: OWN_DUTY,
    queryFn: ({ signal }) => call(duty.showOwnDuty, {}, signal),
    enabled: isEnabled,
  });
}

/** Says that one is there or away. */
export function usePresenceSwitch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (isPresent: boolean) => call(duty.setOwnPresence, { body: { isPresent } }),
    onSuccess: (own: OwnDuty) => {
      client.setQueryData(OWN_DUTY, own);
      return client.invalidateQueries({ queryKey: ['duty', 'team'] });
    },
  });
}
