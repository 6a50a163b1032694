import { useQuery } from '@tanstack/react-query';
import { seriesEndpoints } from '../../../../bff/contract/activity-series/endpoints.ts';
import type { SeriesPage } from '../../../../bff/contract/activity-series/replies.ts';
import type { SignUpWhole } from '../../../../bff/contract/activity-series/schemas.ts';
import { call } from '../../../api/client.ts';
import { queryClient } from '../../../api/query-client.ts';

/** One series, with where the lawyer stands in its sessions. */
export const useSeries = (id: number) =>
  useQuery({
    queryKey: ['activities', 'series', id],
    queryFn: () => call(seriesEndpoints.showOwnSeries, { params: { id: String(id) } }),
  });

/** 整期报名. Throws ApiError. */
export const signUpWhole = (id: number, body: SignUpWhole): Promise<SeriesPage> =>
  kept(call(seriesEndpoints.signUpWhole, { params: { id: String(id) }, body }));

/** Gives back what can still be given back. Throws ApiError. */
export const cancelWhole = (id: number): Promise<SeriesPage> =>
  kept(call(seriesEndpoints.cancelWhole, { params: { id: String(id) } }));

/** Whatever came of it, lists and pages are asked for again. */
async function kept<Reply>(act: Promise<Reply>): Promise<Reply> {
  try {
    return await act;
  } finally {
    await queryClient.invalidateQueries({ queryKey: ['activities'] });
  }
}
