import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { operationsEndpoints, type WaitingReply } from '../../bff/contract/operations/endpoints.ts';
import type { WaitingKey } from '../../bff/contract/operations/enums.ts';
import { call } from '../providers/call.ts';
import { useWhileHere } from '../ui/here.ts';
import { NEWS_MS } from '../ui/list/use-list.ts';
import { WAITING_QUERY } from '../providers/query-client.ts';

/**
 * What waits for the roles of whoever is signed in. Asked again on every page, on coming back to the window, after every
 * act, and while somebody sits there every half minute.
 */
export function useWaiting(): WaitingReply {
  const { pathname } = useLocation();
  const { data, refetch } = useQuery({
    queryKey: WAITING_QUERY,
    queryFn: ({ signal }) => call(operationsEndpoints.showWaiting, {}, signal),
  });
  useWhileHere(() => void refetch({ cancelRefetch: false }), NEWS_MS);
  useEffect(() => void refetch({ cancelRefetch: false }), [pathname, refetch]);
  return data ?? {};
}

/** How much waits of some things together; zero for what one's roles do not see. */
export function sumOf(waiting: WaitingReply, keys: readonly WaitingKey[]): number {
  return keys.reduce((sum, key) => sum + (waiting[key] ?? 0), 0);
}
