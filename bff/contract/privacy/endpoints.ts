import type { AgreeToPrivacy } from './schemas.ts';
import type { PrivacyConsentReply } from './replies.ts';
import { endpoint } from '../endpoint.ts';

export type * from './replies.ts';

export const privacyEndpoints = {
  listPrivacyConsents: endpoint<{ reply: PrivacyConsentReply[] }>()({
    method: 'GET',
    path: '/privacy-consents',
    access: 'newcomer',
    summary: 'Who of this account agreed to which edition of the privacy guideline, latest first',
  }),
  agreeToPrivacy: endpoint<{ body: AgreeToPrivacy; reply: PrivacyConsentReply[] }>()({
    method: 'POST',
    path: '/privacy-consents',
    access: 'newcomer',
    summary: 'Records that whoever is signed in agreed to the present edition',
  }),
  withdrawPrivacy: endpoint<{ reply: PrivacyConsentReply[] }>()({
    method: 'POST',
    path: '/privacy-consents/withdrawal',
    access: 'newcomer',
    summary: 'Records that whoever is signed in no longer agrees',
  }),
} as const;
