import { useQuery } from '@tanstack/react-query';
import { activationEndpoints } from '../../bff/contract/activation/endpoints.ts';
import type { Held } from '../../bff/contract/accounts/holds.ts';
import type { SessionReply } from '../../bff/contract/accounts/replies.ts';
import type { HoldReply } from '../../bff/contract/activation/replies.ts';
import { call } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { SESSION_KEY, useKnownSession } from './use-session.ts';

const KEY = ['hold'];

/**
 * What holds the account since its first use, asked only while the session says that something did; null: nothing does any
 * more, undefined: it is being asked.
 */
export function useHold() {
  const isHeld = Boolean(useKnownSession().data?.held);
  const query = useQuery({ queryKey: KEY, queryFn: () => call(activationEndpoints.showHold, {}), enabled: isHeld });
  return { ...query, data: isHeld ? query.data : null };
}

/** It holds no longer, on every page that is open. */
export function noteReleased(): void {
  queryClient.setQueryData(KEY, null);
  queryClient.setQueryData<SessionReply | null>(SESSION_KEY, (session) => {
    if (!session) return session;
    const { held: _held, ...rest } = session;
    return rest;
  });
}

/** As the words want it. */
export const heldOf = ({ reason, until }: Pick<HoldReply, 'reason' | 'until'>): Held => ({
  reason,
  until: until === null ? null : Date.parse(until),
});
