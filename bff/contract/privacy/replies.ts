import { z } from 'zod';
import { instant, reply } from '../reply-parts.ts';

/** That somebody who uses this account agreed to 隐私保护指引. */
export const privacyConsentReply = reply('PrivacyConsentReply', {
  id: z.int(),
  /** Which edition: the day it took effect, yyyy-MM-dd. */
  version: z.string(),
  /** Whose WeChat it was, in the words of whoever bound it; empty without one. */
  person: z.string(),
  agreedAt: instant,
  withdrawnAt: instant.nullable(),
});
export type PrivacyConsentReply = z.infer<typeof privacyConsentReply>;
