import { sha256 } from '../../../platform/crypto/sha256.ts';
import { doubtKey } from '../rules/new-doubts.ts';
import { doubtsIn, type Finding } from '../rules/rules.ts';

/** Names the doubts that a reviewer was shown: of two who look at one application, either approves over his or her own. */
export function fingerprintOfDoubts(findings: readonly Finding[]): string {
  return sha256(JSON.stringify(doubtsIn(findings).map(doubtKey).sort()));
}
