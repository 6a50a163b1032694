import { profileSection, type SectionKey } from '../../../contract/profile/profile.ts';
import { sha256 } from '../../../platform/crypto/sha256.ts';
import type { WholeProfile } from '../drafts/read-whole.ts';
import { sealAll, splitRows, type AllSensitive, type Split } from '../facts/stored.ts';
import type { FrozenProfile, ProfileSnapshot } from '../model.ts';

/** What is submitted, as columns: only what is shown and right, what is sensitive encrypted. */
export function freeze({ lawyerId, judged, rows, facts }: WholeProfile, number: number): Frozen {
  const sections = judged.map(({ key, data }) => ({
    key,
    version: rows.find(({ section }) => section === key)?.version ?? 0,
    saidNone: data.saidNone,
    split: splitRows(key, data.rows),
  }));
  return freezeSections({ lawyerId, number, given: facts.given, sections });
}

type Frozen = Pick<ProfileSnapshot, 'content' | 'sealedContent' | 'hash'>;

/** Sections as they are frozen in the snapshot of that number. */
export function freezeSections(what: {
  lawyerId: number;
  number: number;
  given: FrozenProfile['given'];
  /** `version`: of the working copy. */
  sections: readonly { key: SectionKey; version: number; saidNone: boolean; split: Split }[];
  source?: FrozenProfile['source'];
}): Frozen {
  const { lawyerId, number, given, sections, source } = what;
  const content: FrozenProfile = { sections: {}, given, ...(source && { source }) };
  const sensitive: AllSensitive = {};
  for (const { key, version, saidNone, split } of sections) {
    content.sections[key] = { schemaVersion: profileSection(key).version, version, rows: split.rows, saidNone };
    if (Object.keys(split.sensitive).length > 0) sensitive[key] = split.sensitive;
  }
  const sealedContent = Object.keys(sensitive).length === 0 ? null : sealAll(lawyerId, number, sensitive);
  return { content, sealedContent, hash: hashOf(content, sealedContent) };
}

const hashOf = (content: FrozenProfile, sealed: string | null) => sha256(`${JSON.stringify(content)}\n${sealed ?? ''}`);

/** Throws where a snapshot is not what was submitted: its content never changes. */
export function expectIntact({ content, sealedContent, hash, sensitiveRemovedAt }: ProfileSnapshot): void {
  // The hash cannot be checked any more, because it was made with the part that was removed (retention/drop-sensitive.ts).
  if (sensitiveRemovedAt !== null) return;
  if (hashOf(content, sealedContent) !== hash) throw new Error('a snapshot differs from its hash');
}
