import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { registryEndpoints, type LawyerDetail } from '../../../bff/contract/registry/endpoints.ts';
import { call } from '../../providers/call.ts';

export const lawyerKey = (id: string) => ['lawyers', 'one', id];

export const useLawyer = (id: string): UseQueryResult<LawyerDetail> =>
  useQuery({
    queryKey: lawyerKey(id),
    queryFn: ({ signal }) => call(registryEndpoints.showLawyer, { params: { id } }, signal),
  });
