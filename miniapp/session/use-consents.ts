import { useQuery } from '@tanstack/react-query';
import { privacyEndpoints } from '../../bff/contract/privacy/endpoints.ts';
import { call } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { deviceConsent } from '../platform/account/privacy.ts';
import { SESSION_KEY, useKnownSession } from './use-session.ts';

export const CONSENTS_KEY = ['privacy-consents'];

/** Who of this account agreed to what; asked for only where somebody is signed in already. */
export function useConsents() {
  const { data: session } = useKnownSession();
  return useQuery({
    queryKey: CONSENTS_KEY,
    queryFn: () => call(privacyEndpoints.listPrivacyConsents, {}),
    enabled: Boolean(session),
  });
}

/** Takes the agreement of this device back, and on record too where somebody is signed in. Throws ApiError. */
export async function withdrawConsent(): Promise<void> {
  if (queryClient.getQueryData(SESSION_KEY)) {
    queryClient.setQueryData(CONSENTS_KEY, await call(privacyEndpoints.withdrawPrivacy, {}));
  }
  deviceConsent.forget();
}
