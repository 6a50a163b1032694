import type { AgreeToPrivacy } from './schemas.ts';
import { endpoint } from '../endpoint.ts';

/** That somebody who uses this account agreed to 隐私保护指引. */
export interface PrivacyConsentReply {
  id: number;
  /** Which edition: the day it took effect, yyyy-MM-dd. */
  version: string;
  /** Whose WeChat it was, in the words of whoever bound it; empty without one. */
  person: string;
  agreedAt: string;
  withdrawnAt: string | null;
}

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
