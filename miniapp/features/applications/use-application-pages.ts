import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { certificateEndpoints } from '../../../bff/contract/certificates/endpoints.ts';
import { call } from '../../api/client.ts';
import { FROM_THE_FIRST_PAGE } from '../../api/query-client.ts';
import { setOnly, type ApplicationFilters } from './use-application-filters.ts';

const PAGE_SIZE = 20;

/** Own applications page by page. The phone shows all that were loaded; the PC one page at a time (`shown`). */
export function useApplicationPages(filters: ApplicationFilters) {
  const query = useInfiniteQuery({
    queryKey: ['applications', filters],
    queryFn: ({ pageParam }) =>
      call(certificateEndpoints.listApplications, {
        query: {
          ...(pageParam ? { cursor: pageParam } : {}),
          limit: PAGE_SIZE,
          ...setOnly(filters),
          order: filters.order,
        },
      }),
    initialPageParam: '',
    ...FROM_THE_FIRST_PAGE,
    getNextPageParam: (last) => last.next,
  });
  // Counted from the filters it belongs to, so that a new search starts at its first page.
  const [shown, setShown] = useState({ filters, index: 0 });
  const index = shown.filters === filters ? shown.index : 0;

  const pages = query.data?.pages ?? [];
  const first = pages[0];
  return {
    query,
    rows: pages.flatMap((page) => page.items),
    total: first ? { count: first.total, isCapped: first.totalIsCapped } : null,
    page: { index, rows: pages[index]?.items ?? [], hasNext: index + 1 < pages.length || query.hasNextPage },
    async showNext() {
      if (index + 1 >= pages.length) await query.fetchNextPage();
      setShown({ filters, index: index + 1 });
    },
    showPrevious: () => setShown({ filters, index: Math.max(index - 1, 0) }),
  };
}
