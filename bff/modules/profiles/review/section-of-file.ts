import { SECTION_KEYS, type SectionKey } from '../../../contract/profile/profile.ts';
import { tokensIn } from '../drafts/tokens-in.ts';
import type { ProfileSnapshot } from '../model.ts';
import { wholeRows } from '../facts/stored.ts';

/**
 * In which section of what was submitted a file stands, of the first snapshot that has it; undefined: in none. What a member
 * has put into a draft, or taken out of it again, is nobody's to look at.
 */
export function sectionOfFile(snapshots: readonly (ProfileSnapshot | null)[], token: string): SectionKey | undefined {
  return snapshots
    .filter((snapshot) => snapshot !== null)
    .flatMap((snapshot) => SECTION_KEYS.filter((key) => tokensIn(key, wholeRows(snapshot, key)).includes(token)))
    .at(0);
}
