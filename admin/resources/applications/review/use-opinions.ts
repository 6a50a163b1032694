import { useQuery } from '@tanstack/react-query';
import { reviewEndpoints } from '../../../../bff/contract/review/endpoints.ts';
import { call } from '../../../providers/call.ts';

export const OPINIONS_KEY = ['opinions'] as const;

/** The office's ready opinions, in its order; undefined until they have come: one can still type. */
export function useOpinions(isNeeded: boolean): readonly string[] | undefined {
  const { data } = useQuery({
    queryKey: OPINIONS_KEY,
    queryFn: ({ signal }) => call(reviewEndpoints.showOpinions, {}, signal),
    enabled: isNeeded,
  });
  return data?.opinions;
}
