import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { accountEndpoints } from '../../bff/contract/accounts/endpoints.ts';
import { BASE } from '../addresses.ts';
import { call } from '../providers/call.ts';
import { hasCode, sentenceOf } from '../providers/failure.ts';
import { mayPutAway, nothingIsLost } from '../ui/form/use-leave-warning.ts';

/**
 * Ends the session at the server, then starts the page afresh so that nothing of it stays in memory. Asks first where
 * something stands in a form: the session would be over before the browser asks.
 */
export function useSignOut(): () => void {
  const { message } = App.useApp();
  const client = useQueryClient();
  const leave = () => {
    nothingIsLost();
    client.clear();
    window.location.assign(`${BASE}/`);
  };
  const { mutate } = useMutation({
    mutationFn: () => call(accountEndpoints.staffSignOut, {}),
    onSuccess: leave,
    onError: (error) => (hasCode(error, 'not_signed_in') ? leave() : void message.error(sentenceOf(error))),
  });
  return () => {
    if (mayPutAway()) mutate();
  };
}
