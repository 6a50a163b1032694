import { useQuery } from '@tanstack/react-query';
import { certificateEndpoints, type ApplicationDetail } from '../../bff/contract/certificates/endpoints.ts';
import { call } from '../api/client.ts';

// An automatic certificate is there within a second (certificates.md); a person's decision is no matter of seconds.
const ISSUING_MS = 1000;

/** One own application; asked again while its certificate is being made. */
export function useApplicationDetail(id: number) {
  return useQuery({
    queryKey: ['application', id],
    queryFn: () => call(certificateEndpoints.showApplication, { params: { id: String(id) } }),
    refetchInterval: (query) => (isIssuing(query.state.data) ? ISSUING_MS : false),
  });
}

export function isIssuing(detail: ApplicationDetail | undefined): boolean {
  return detail?.outcome === 'approved' && detail.issueState === 'issuing';
}
