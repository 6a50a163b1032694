import { useEffect } from 'react';
import { privacyEndpoints } from '../../bff/contract/privacy/endpoints.ts';
import { PRIVACY_VERSION } from '../../bff/contract/privacy/enums.ts';
import { call } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { deviceConsent } from '../platform/account/privacy.ts';
import { useKnownSession } from './use-session.ts';
import { CONSENTS_KEY } from './use-consents.ts';

let isUnderWay = false;

/**
 * Has the server note what was agreed to on this device, as soon as somebody is signed in: the question may have come
 * before. Whoever only looks at a public page is not signed in for it. What failed is said again with the next page.
 */
export function useTellConsent(): void {
  const { data } = useKnownSession();
  const consent = deviceConsent.read();
  const accountId = data?.account.id;
  const isNews = consent?.version === PRIVACY_VERSION && accountId !== undefined && consent.toldFor !== accountId;
  useEffect(() => {
    if (isNews) void tell(accountId);
  }, [isNews, accountId]);
}

async function tell(accountId: number): Promise<void> {
  if (isUnderWay) return;
  isUnderWay = true;
  try {
    const consents = await call(privacyEndpoints.agreeToPrivacy, { body: { version: PRIVACY_VERSION } });
    deviceConsent.noteTold(accountId);
    queryClient.setQueryData(CONSENTS_KEY, consents);
  } catch {
    // Said again when the next page opens.
  } finally {
    isUnderWay = false;
  }
}
