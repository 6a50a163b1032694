import { SECTION_KEYS, type SectionKey } from '../../../contract/profile/profile.ts';
import type { Row } from '../../../contract/form-reading/fields.ts';
import type { ProfileSnapshot } from '../model.ts';
import { wholeRows } from '../facts/stored.ts';

/** Finds the sections of a submission that differ from what was approved before. Another order of rows is no change. */

const sortedValues = ({ values }: Row) => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
const comparable = (rows: readonly Row[]) =>
  JSON.stringify(
    [...rows].sort((a, b) => (a.id < b.id ? -1 : 1)).map((row) => [row.id, row.variant, sortedValues(row)]),
  );

export function isSameSection(latest: ProfileSnapshot, before: ProfileSnapshot | null, key: SectionKey): boolean {
  const [now, then] = [latest.content.sections[key], before?.content.sections[key]];
  if (!before || !now || !then) return false;
  return now.saidNone === then.saidNone && comparable(wholeRows(latest, key)) === comparable(wholeRows(before, key));
}

/** Sections that were submitted, in their order. */
export const submittedSections = ({ content }: ProfileSnapshot): SectionKey[] =>
  SECTION_KEYS.filter((key) => content.sections[key] !== undefined);
