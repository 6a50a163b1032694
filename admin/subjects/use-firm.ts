import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { registryEndpoints, type FirmDetail } from '../../bff/contract/registry/endpoints.ts';
import { call } from '../providers/call.ts';

export const firmKey = (id: string) => ['firms', 'one', id];

export const useFirm = (id: string): UseQueryResult<FirmDetail> =>
  useQuery({
    queryKey: firmKey(id),
    queryFn: ({ signal }) => call(registryEndpoints.showFirm, { params: { id } }, signal),
  });
