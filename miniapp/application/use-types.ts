import { useQuery } from '@tanstack/react-query';
import { certificateEndpoints } from '../../bff/contract/certificates/endpoints.ts';
import { call } from '../api/client.ts';

/** The certificate types this member may ask for. */
export function useTypes() {
  return useQuery({ queryKey: ['types'], queryFn: () => call(certificateEndpoints.listTypes, {}), staleTime: 60_000 });
}
