import { z } from 'zod';
import { instant, reply } from '../reply-parts.ts';

/** Where to go, and a secret to come back with: only this browser can use what the provider answers. */
export const oidcAuthorisation = reply('OidcAuthorisation', {
  url: z.string().nullable(),
  browser: z.string(),
});
export type OidcAuthorisation = z.infer<typeof oidcAuthorisation>;

/** Who has come back from the member centre. */
export const oidcIdentityReply = reply('OidcIdentity', {
  /** Stands for the proved identity for ten minutes, together with the browser's secret; it is used up by signing in. */
  ticket: z.string(),
  /** An account of ours is bound to it. */
  isBound: z.boolean(),
  /** What the provider calls this person; may be empty. */
  name: z.string(),
});
export type OidcIdentityReply = z.infer<typeof oidcIdentityReply>;

/** An identity at the association's own site that opens this account. */
export const oidcBindingReply = reply('OidcBindingReply', {
  id: z.int(),
  /** What the provider called this person when it was last used; may be empty. */
  name: z.string(),
  boundAt: instant,
  lastUsedAt: instant,
  /** Opened the session that asks. */
  isCurrent: z.boolean(),
});
export type OidcBindingReply = z.infer<typeof oidcBindingReply>;
