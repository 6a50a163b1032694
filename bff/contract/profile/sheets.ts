import { isSensitive, isTyped } from '../form-reading/fields.ts';
import type { ProfileField } from './language.ts';
import { DECLARED, profileSection, SECTION_KEYS, type SectionKey } from './profile.ts';

/** What of a profile stands in sheets: what is brought in, and what is handed out. Pure. */

/** Sections that are brought in by sheets: 证明材料 are files and nothing else. */
export const IMPORTED_SECTIONS: readonly SectionKey[] = SECTION_KEYS.filter((key) => key !== 'documents');

/** Whether a field has a column: files have none, nor what only its member can say. */
export const isInSheet = (field: ProfileField): boolean =>
  isTyped(field) && field.kind !== 'files' && field.kind !== 'derived' && !DECLARED.includes(field.key);

/** Whether its column is handed out: what is sensitive (P3, P4) leaves with its member alone. */
export const isHandedOut = (key: SectionKey, field: ProfileField): boolean =>
  isInSheet(field) && !isSensitive(profileSection(key), field);

/** Sections of which anything is: 家庭成员 are sensitive throughout. */
export const EXPORTED_SECTIONS: readonly SectionKey[] = IMPORTED_SECTIONS.filter((key) =>
  profileSection(key).fields.some((field) => isHandedOut(key, field)),
);
