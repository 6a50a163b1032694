import { useQuery } from '@tanstack/react-query';
import type { PreCheckContent } from '../../../bff/contract/certificates/schemas.ts';
import type { CertificateTypeReply } from '../../../bff/contract/certificates/endpoints.ts';
import { preCheckEndpoints } from '../../../bff/contract/pre-check/endpoints.ts';
import { call } from '../../api/client.ts';
import { useSettled } from '../../application/checks/use-settled.ts';
import { canPreCheck, preCheckContentOf, type FormValues } from '../../application/draft.ts';

/** The pre-check of the form as it is being filled in; asks nothing while something it looks at is still blank. */
export function usePreCheck(type: CertificateTypeReply, values: FormValues) {
  const asked = JSON.stringify(preCheckContentOf(type.code, type.asks, values));
  const settled = useSettled(asked);
  return useQuery({
    queryKey: ['pre-check', settled],
    queryFn: () => call(preCheckEndpoints.preCheck, { body: JSON.parse(settled) as PreCheckContent }),
    enabled: canPreCheck(type.asks, values) && settled === asked,
    retry: false,
    // Facts change: what was true a while ago is asked again.
    gcTime: 0,
  });
}
