import { profileSection, type SectionKey } from '../../../contract/profile/profile.ts';
import { judgeProfile } from '../drafts/judge-profile.ts';
import type { ProfileFacts } from '../facts/read-facts.ts';
import type { ProfileSnapshot } from '../model.ts';
import { wholeRows } from '../facts/stored.ts';

/** By section: `row.field`, or `_` → what a reviewer has to look at. */
export type Doubts = Partial<Record<SectionKey, Record<string, string>>>;

/** What the rules find in what was submitted, today. */
export function doubtsOf(snapshot: ProfileSnapshot, facts: ProfileFacts): Doubts {
  const keys = Object.keys(snapshot.content.sections) as SectionKey[];
  const drafts = keys.map((key) => {
    const saidNone = snapshot.content.sections[key]?.saidNone ?? false;
    return [key, { rows: wholeRows(snapshot, key), saidNone }] as const;
  });
  const found = judgeProfile(Object.fromEntries(drafts), facts).map(({ key, doubts }) => {
    return [key, key === 'basic' ? { ...doubts, ...changedSince(snapshot, facts) } : doubts] as const;
  });
  return Object.fromEntries(found);
}

/**
 * Fields of step 1 in which the registry has changed since the submission: the review goes on, with the registry's value.
 */
function changedSince({ content }: ProfileSnapshot, { given }: ProfileFacts): Record<string, string> {
  const fields = profileSection('basic').fields.filter(({ from }) => from === 'registry');
  const changed = fields.filter(({ key }) => (content.given[key] ?? '') !== (given[key] ?? ''));
  return Object.fromEntries(
    changed.map((field) => [`self.${field.key}`, `提交后登记的${field.label}有变动，通过后以现在登记的为准`]),
  );
}

/** Whether nothing in it has to be looked at. */
export const isBeyondDoubt = (doubts: Doubts): boolean =>
  Object.values(doubts).every((found) => Object.keys(found).length === 0);
