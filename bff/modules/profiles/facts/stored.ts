import { isSensitive, type Row, type SectionData } from '../../../contract/form-reading/fields.ts';
import type { Value } from '../../../contract/forms/language.ts';
import { profileSection, type SectionKey } from '../../../contract/profile/profile.ts';
import { decrypt, encrypt } from '../../../platform/crypto/encryption.ts';
import type { ProfileSnapshot } from '../model.ts';

/** How rows of a section are kept: what is sensitive (P3, P4) stands encrypted beside them, never in clear text. */

/** By row, then by field. */
type Sensitive = Record<string, Record<string, Value>>;
export interface Split {
  rows: Row[];
  sensitive: Sensitive;
}

/** Takes what is sensitive out of rows. A file is a token, and no secret: who may open it is asked elsewhere. */
export function splitRows(key: SectionKey, rows: readonly Row[]): Split {
  const section = profileSection(key);
  const keys = new Set(section.fields.filter((field) => isSensitive(section, field)).map((field) => field.key));
  const sensitive: Sensitive = {};
  const clear = rows.map((row) => {
    const values = Object.entries(row.values);
    const apart = values.filter(([name]) => keys.has(name));
    if (apart.length > 0) sensitive[row.id] = Object.fromEntries(apart);
    return { ...row, values: Object.fromEntries(values.filter(([name]) => !keys.has(name))) };
  });
  return { rows: clear, sensitive };
}

/** Puts the sensitive values back into their rows. */
export const joinRows = (rows: readonly Row[], sensitive: Sensitive): Row[] =>
  rows.map((row) => ({ ...row, values: { ...row.values, ...sensitive[row.id] } }));

const contextOf = (lawyerId: number, key: string) => `profile_sections:${lawyerId}:${key}`;

/** Rows as columns of `profile_sections`. */
export function toColumns(lawyerId: number, key: SectionKey, rows: readonly Row[]) {
  const { rows: data, sensitive } = splitRows(key, rows);
  const isEmpty = Object.keys(sensitive).length === 0;
  return { data, sealedData: isEmpty ? null : encrypt(JSON.stringify(sensitive), contextOf(lawyerId, key)) };
}

/** The rows of a working copy, whole. */
export function rowsOf(stored: {
  lawyerId: number;
  section: SectionKey;
  data: readonly Row[];
  sealedData: string | null;
}): Row[] {
  const { lawyerId, section, data, sealedData } = stored;
  if (sealedData === null) return [...data];
  return joinRows(data, JSON.parse(decrypt(sealedData, contextOf(lawyerId, section))) as Sensitive);
}

/** What a working copy says, whole. */
export const dataOf = (stored: Parameters<typeof rowsOf>[0] & { saidNone: boolean }): SectionData => ({
  rows: rowsOf(stored),
  saidNone: stored.saidNone,
});

const frozenContext = (lawyerId: number, number: number) => `profile_snapshots:${lawyerId}:${number}`;

export type AllSensitive = Partial<Record<SectionKey, Sensitive>>;

/** Encrypts what is sensitive in a snapshot: all sections in one value. */
export const sealAll = (lawyerId: number, number: number, all: AllSensitive): string =>
  encrypt(JSON.stringify(all), frozenContext(lawyerId, number));

export const openAll = (lawyerId: number, number: number, sealed: string | null): AllSensitive =>
  sealed === null ? {} : (JSON.parse(decrypt(sealed, frozenContext(lawyerId, number))) as AllSensitive);

interface StoredChange {
  lawyerId: number;
  section: SectionKey;
  base: readonly Row[];
  sealedBase: string | null;
  wanted: readonly Row[];
  sealedWanted: string | null;
}
/** The rows of a change, whole: as they were approved when it was asked for, and as they are wanted. */
export const baseOf = ({ lawyerId, section, base, sealedBase }: StoredChange): Row[] =>
  rowsOf({ lawyerId, section, data: base, sealedData: sealedBase });
export const wantedOf = ({ lawyerId, section, wanted, sealedWanted }: StoredChange): Row[] =>
  rowsOf({ lawyerId, section, data: wanted, sealedData: sealedWanted });

/** The rows of a change as columns of `profile_changes`. */
export function changeColumns(
  lawyerId: number,
  key: SectionKey,
  rows: { base: readonly Row[]; wanted: readonly Row[] },
) {
  const [base, wanted] = [toColumns(lawyerId, key, rows.base), toColumns(lawyerId, key, rows.wanted)];
  return { base: base.data, sealedBase: base.sealedData, wanted: wanted.data, sealedWanted: wanted.sealedData };
}

/** Rows of a section of a snapshot, whole. */
export function wholeRows(snapshot: ProfileSnapshot, key: SectionKey): Row[] {
  const { lawyerId, number, content, sealedContent } = snapshot;
  return joinRows(content.sections[key]?.rows ?? [], openAll(lawyerId, number, sealedContent)[key] ?? {});
}
