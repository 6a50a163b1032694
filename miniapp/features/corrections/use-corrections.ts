import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { correctionEndpoints, type OwnCorrection } from '../../../bff/contract/corrections/endpoints.ts';
import type { RequestCorrection } from '../../../bff/contract/corrections/schemas.ts';
import { call } from '../../api/client.ts';
import { FROM_THE_FIRST_PAGE, queryClient } from '../../api/query-client.ts';

const PAGE_SIZE = 20;

/** Own requests for correction, the latest first, page by page. */
export function useCorrections() {
  const query = useInfiniteQuery({
    queryKey: ['corrections', 'list'],
    queryFn: ({ pageParam }) =>
      call(correctionEndpoints.listOwnCorrections, {
        query: { ...(pageParam ? { cursor: pageParam } : {}), limit: PAGE_SIZE },
      }),
    initialPageParam: '',
    ...FROM_THE_FIRST_PAGE,
    getNextPageParam: (last) => last.next,
  });
  return { query, rows: query.data?.pages.flatMap((page) => page.items) ?? [] };
}

/** One of them. */
export const useCorrection = (id: number) =>
  useQuery({
    queryKey: ['corrections', id],
    queryFn: () => call(correctionEndpoints.showOwnCorrection, { params: { id: String(id) } }),
  });

/** What may be said to be wrong, with what is registered now; of a lawyer of the firm, or of the member. */
export const useCorrectable = (lawyerId: number | undefined) =>
  useQuery({
    queryKey: ['corrections', 'correctable', lawyerId ?? null],
    queryFn: () => call(correctionEndpoints.showCorrectable, { query: lawyerId === undefined ? {} : { lawyerId } }),
    // What is frozen in the request is what stood there: never an old answer.
    gcTime: 0,
  });

/** Asks for a correction. Throws ApiError. */
export async function requestCorrection(body: RequestCorrection): Promise<OwnCorrection> {
  const asked = await call(correctionEndpoints.requestCorrection, { body });
  await queryClient.invalidateQueries({ queryKey: ['corrections'] });
  return asked;
}

/** Takes one back. Throws ApiError; either way the lists are asked for again. */
export async function withdrawCorrection(id: number): Promise<void> {
  try {
    await call(correctionEndpoints.withdrawCorrection, { params: { id: String(id) } });
  } finally {
    await queryClient.invalidateQueries({ queryKey: ['corrections'] });
  }
}
