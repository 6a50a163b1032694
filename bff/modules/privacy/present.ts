import type { PrivacyConsentReply } from '../../contract/privacy/endpoints.ts';
import type { PrivacyConsent } from './model.ts';

const iso = (instant: number) => new Date(instant).toISOString();

/** A consent as its account sees it. */
export function presentConsent(consent: PrivacyConsent): PrivacyConsentReply {
  const { id, version, person, agreedAt, withdrawnAt } = consent;
  return { id, version, person, agreedAt: iso(agreedAt), withdrawnAt: withdrawnAt === null ? null : iso(withdrawnAt) };
}
