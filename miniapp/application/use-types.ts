import { useQuery } from '@tanstack/react-query';
import { certificateEndpoints, type CertificateTypeReply } from '../../bff/contract/certificates/endpoints.ts';
import { call } from '../api/client.ts';

/** The certificate types of this member's audience, those too that he, she or it may not ask for now. */
export function useTypes() {
  return useQuery({ queryKey: ['types'], queryFn: () => call(certificateEndpoints.listTypes, {}), staleTime: 60_000 });
}

export const canAskFor = ({ unmet }: CertificateTypeReply): boolean => unmet.length === 0;
