import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { externalHoursEndpoints as endpoints } from '../../../bff/contract/external-hours/endpoints.ts';
import type { HoursClaimed, OwnHoursClaim } from '../../../bff/contract/external-hours/replies.ts';
import type { ClaimHours, MendHoursClaim } from '../../../bff/contract/external-hours/schemas.ts';
import { call } from '../../api/client.ts';
import { FROM_THE_FIRST_PAGE, queryClient } from '../../api/query-client.ts';
import { sendOnce } from '../../application/send-once.ts';

const SHOWN = 20;
const params = (id: number) => ({ params: { id: String(id) } });

/** Own claims, the latest first, page by page. */
export const useClaims = () =>
  useInfiniteQuery({
    queryKey: ['hours-claims'],
    queryFn: ({ pageParam }) =>
      call(endpoints.listOwnHoursClaims, { query: { ...(pageParam ? { cursor: pageParam } : {}), limit: SHOWN } }),
    initialPageParam: '',
    ...FROM_THE_FIRST_PAGE,
    getNextPageParam: (last) => last.next,
  });

/** One of them. */
export const useClaim = (id: number) =>
  useQuery({ queryKey: ['hours-claims', id], queryFn: () => call(endpoints.showOwnHoursClaim, params(id)) });

/** Hands one in. Throws ApiError. */
export const claimHours = (body: ClaimHours): Promise<HoursClaimed> =>
  kept(sendOnce(() => call(endpoints.claimHours, { body })));

/** Hands one in again that was returned. Throws ApiError. */
export const mendClaim = (id: number, body: MendHoursClaim): Promise<OwnHoursClaim> =>
  kept(call(endpoints.mendHoursClaim, { ...params(id), body }));

/** Takes one back. Throws ApiError. */
export const withdrawClaim = (id: number): Promise<OwnHoursClaim> =>
  kept(call(endpoints.withdrawHoursClaim, params(id)));

/** A file of one. Throws ApiError. */
export const readProof = (id: number, file: string): Promise<ArrayBuffer> =>
  call(endpoints.showOwnHoursProof, { params: { id: String(id), file } });

/** Whatever came of it, list, page and 我的学时 are asked for again. */
async function kept<Reply>(act: Promise<Reply>): Promise<Reply> {
  try {
    return await act;
  } finally {
    await queryClient.invalidateQueries({ queryKey: ['hours-claims'] });
    await queryClient.invalidateQueries({ queryKey: ['activities', 'hours'] });
  }
}
