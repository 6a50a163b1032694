import { QueryClient } from '@tanstack/react-query';

/**
 * `call` already repeats reads and knows when the network fails, so TanStack neither retries nor asks navigator.onLine
 * (the mini-program has none).
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: 10_000, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
});
