import { useQuery } from '@tanstack/react-query';
import { settingsEndpoints, type PublicSettings } from '../../bff/contract/settings/endpoints.ts';
import { call } from './call.ts';

/** Whose office this is and whether it only tries things out; undefined until known. */
export function usePublicSettings(): PublicSettings | undefined {
  return useQuery({
    queryKey: ['settings', 'public'],
    queryFn: ({ signal }) => call(settingsEndpoints.showPublicSettings, {}, signal),
    staleTime: Infinity,
  }).data;
}
