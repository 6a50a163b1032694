import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { firmSignUpEndpoints as firms, type LawyersSignedUp } from '../../../../bff/contract/firm-sign-up/endpoints.ts';
import type { SignUpLawyers } from '../../../../bff/contract/firm-sign-up/schemas.ts';
import { call } from '../../../api/client.ts';
import { FROM_THE_FIRST_PAGE, queryClient } from '../../../api/query-client.ts';

const SHOWN = 20;

/** What a firm may sign its lawyers up for. */
export const useFirmActivities = () =>
  useQuery({ queryKey: ['activities', 'firm'], queryFn: () => call(firms.listFirmActivities, {}) });

/** The firm's own lawyers as they stand to an activity, by name. */
export const useCandidates = (id: number, search: string) =>
  useInfiniteQuery({
    queryKey: ['activities', id, 'candidates', search],
    queryFn: ({ pageParam }) =>
      call(firms.listFirmCandidates, {
        params: { id: String(id) },
        query: { ...(search ? { search } : {}), ...(pageParam ? { cursor: pageParam } : {}), limit: SHOWN },
      }),
    initialPageParam: '',
    ...FROM_THE_FIRST_PAGE,
    getNextPageParam: (last) => last.next,
  });

/** Signs them up; each line says what came of it. Throws ApiError. */
export async function signUpLawyers(id: number, body: SignUpLawyers): Promise<LawyersSignedUp> {
  try {
    return await call(firms.signUpLawyers, { params: { id: String(id) }, body });
  } finally {
    await queryClient.invalidateQueries({ queryKey: ['activities'] });
  }
}
