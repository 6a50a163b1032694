import { isFilled, SELF, type Row, type SectionData } from '../../../contract/form-reading/fields.ts';
import type { Values } from '../../../contract/forms/language.ts';
import { profileSection, type SectionKey } from '../../../contract/profile/profile.ts';
import { sha256 } from '../../../platform/crypto/sha256.ts';

/** A section as another system approved it. */
export interface ImportedSection {
  key: SectionKey;
  /** Fields that the other system speaks of: the others stay as they are. */
  fields: readonly string[];
  /** `at`: where the row stands in its sheet, by which its faults are named. */
  rows: readonly { at: number; variant?: string; values: Values }[];
}

/** The id under which an imported row is judged, so that its faults tell where it stands. */
export const judgedId = (key: SectionKey, at: number): string =>
  profileSection(key).shape === 'single' ? SELF : `row${at}`;

/** What is judged: 基本信息 over what stands there, since an empty cell leaves it; a list in place of the one before. */
export function mergedData({ key, rows }: ImportedSection, present: SectionData | undefined): SectionData {
  const isSingle = profileSection(key).shape === 'single';
  const before = present?.rows[0]?.values ?? {};
  const all = rows.map(({ at, variant, values }) => ({
    id: judgedId(key, at),
    ...(variant !== undefined && { variant }),
    values: isSingle ? { ...before, ...values } : values,
  }));
  return { rows: all, saidNone: false };
}

/** A row by what the other system says of it. */
const spoken = ({ variant, values }: Row, fields: readonly string[]): string =>
  JSON.stringify([
    variant ?? '',
    Object.entries(values)
      .filter(([name, value]) => fields.includes(name) && isFilled(value))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);

/** Characters of a hash that tell rows of one lawyer apart. */
const ID_LENGTH = 16;

/**
 * The rows as they are kept: one that stands there already stays, with its files and its id; another one gets an id that
 * follows from what it says, so that the same sheet brings the same rows.
 */
export function settledRows({ key, fields }: ImportedSection, judged: SectionData, present: readonly Row[]): Row[] {
  if (profileSection(key).shape === 'single') return [...judged.rows];
  const left = [...present];
  const times = new Map<string, number>();
  return judged.rows.map((row) => {
    const said = spoken(row, fields);
    const twin = left.findIndex((one) => spoken(one, fields) === said);
    if (twin >= 0) return left.splice(twin, 1)[0]!;
    const n = times.get(said) ?? 0;
    times.set(said, n + 1);
    return { ...row, id: `i${sha256(`${key}${said}${n}`).slice(0, ID_LENGTH)}` };
  });
}
