import type { Row } from '../../../contract/form-reading/fields.ts';
import { profileSection, type SectionKey } from '../../../contract/profile/profile.ts';

/** Tokens of the files that stand in rows of a section. */
export function tokensIn(key: SectionKey, rows: readonly Row[]): string[] {
  const names = profileSection(key).fields.filter(({ kind }) => kind === 'files');
  const tokens = rows.flatMap(({ values }) =>
    names.flatMap(({ key: name }) => {
      const value = values[name];
      return Array.isArray(value) ? (value as readonly string[]) : [];
    }),
  );
  return [...new Set(tokens)];
}
