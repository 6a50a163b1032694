import type { ShareState } from '../../contract/sharing/enums.ts';

/** Wrong codes in a row before a link opens for nobody: six digits make that one chance in 100,000. */
export const MAX_CODE_TRIES = 10;

export interface ShareFacts {
  revokedAt: number | null;
  expiresAt: number;
  codeTries: number;
  viewLimit: number | null;
  views: number;
}

/** What a link still does at an instant (epoch ms); the member's own revocation is named before anything else. */
export function stateOf(link: ShareFacts, now: number): ShareState {
  if (link.revokedAt !== null) return 'revoked';
  if (link.expiresAt <= now) return 'expired';
  if (link.codeTries >= MAX_CODE_TRIES) return 'locked';
  return link.viewLimit !== null && link.views >= link.viewLimit ? 'used_up' : 'open';
}

/** What was revoked stays closed, and so does what somebody tried to guess; everything else may be prolonged. */
export const mayChange = (state: ShareState): boolean => state !== 'revoked' && state !== 'locked';
