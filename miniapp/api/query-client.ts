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

/**
 * Of a list in pages that nobody looks at any more nothing is kept: shown again it begins at its first page. All pages at
 * once are more than a mini-program takes in one step.
 */
export const FROM_THE_FIRST_PAGE = { gcTime: 0 } as const;
