import { toIso } from '../../contract/dates.ts';
import type { PrivacyConsentReply } from '../../contract/privacy/endpoints.ts';
import type { PrivacyConsent } from './model.ts';

/** A consent as its account sees it. */
export function presentConsent(consent: PrivacyConsent): PrivacyConsentReply {
  const { id, version, person, agreedAt, withdrawnAt } = consent;
  return { id, version, person, agreedAt: toIso(agreedAt), withdrawnAt: toIso(withdrawnAt) };
}
