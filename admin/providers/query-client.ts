import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiFailure, hasCode } from './failure.ts';
import { SESSION_KEY } from './session-key.ts';

/** What waits, beside the menu: any act may change it. */
export const WAITING_QUERY = ['waiting'] as const;

/** The cache of replies. Any 401 ends the session in the cache, which brings up the sign-in page over the same address. */
export function createQueryClient(): QueryClient {
  const endIfSignedOut = (error: unknown) => {
    if (hasCode(error, 'not_signed_in')) client.setQueryData(SESSION_KEY, null);
    if (hasCode(error, 'second_factor_setup_required')) void client.invalidateQueries({ queryKey: SESSION_KEY });
    if (hasCode(error, 'password_change_required')) void client.invalidateQueries({ queryKey: SESSION_KEY });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: endIfSignedOut }),
    mutationCache: new MutationCache({
      onError: endIfSignedOut,
      onSuccess: () => void client.invalidateQueries({ queryKey: WAITING_QUERY }),
    }),
    defaultOptions: {
      queries: { networkMode: 'always', retry: isWorthRetrying, staleTime: 5_000 },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}

// What the server refused stays refused; a lost connection or a restart is worth one more try.
const isWorthRetrying = (failures: number, error: unknown) =>
  failures < 1 && error instanceof ApiFailure && ['offline', 'unreadable', 'unavailable'].includes(error.code);
