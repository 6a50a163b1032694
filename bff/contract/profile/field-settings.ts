import type { AddedOption, Bound, Cond, CodeTable, Values } from '../forms/language.ts';
import { isTyped, privacyOf, type Row } from '../form-reading/fields.ts';
import type { FieldUse } from '../profile-fields/enums.ts';
import type { ProfileField, ProfileSection } from './language.ts';
import { PROFILE_TABLES } from './tables/tables.ts';
import { DECLARED, profileSection, SECTION_KEYS, type SectionKey } from './profile.ts';

/** What the office has set of fields: a closed list of freedoms over the sections as they are shipped. Pure. */

/** Absent: as it is shipped. */
export interface FieldSetting {
  use?: FieldUse | undefined;
  hint?: string | undefined;
  /** Choices beside those of an open table, by code (`OWN_CODE`). */
  added?: Readonly<Record<string, AddedOption>> | undefined;
}
/** By `section.field`. */
export type FieldSettings = Readonly<Record<string, FieldSetting>>;
export const NO_SETTINGS: FieldSettings = Object.freeze({});

export const settingKey = (key: SectionKey, field: string): string => `${key}.${field}`;
/** As it is shipped. */
export const shippedUse = ({ required }: ProfileField): FieldUse => (required === undefined ? 'optional' : 'required');

/**
 * Fields that rules, other modules or a certificate rest on: without them a row says nothing, or the registry loses what it
 * is told by.
 */
const LOAD_BEARING: Partial<Record<SectionKey, readonly string[]>> = {
  basic: [
    'birthOn',
    'mobile',
    'email',
    'homeRegion',
    'homeAddress',
    'emergencyName',
    'emergencyRelation',
    'emergencyPhone',
  ],
  appointments: ['associationName', 'untilOn'],
  work: ['untilOn', 'leftOn', 'leftHow', 'leftRank'],
  education: ['endedOn', 'studyForm', 'degree'],
  languages: ['score'],
  party: ['joinedOn'],
  documents: ['files'],
};

const fieldsOf = (cond: Cond | undefined): string[] => {
  if (!cond) return [];
  if ('all' in cond) return cond.all.flatMap(fieldsOf);
  if ('any' in cond) return cond.any.flatMap(fieldsOf);
  if ('not' in cond) return fieldsOf(cond.not);
  return [cond.field];
};
const boundField = (bound: Bound | undefined): string[] => (typeof bound === 'object' ? [bound.field] : []);

/** Keys by which rows are named and ordered, and on which other fields depend. */
function namedIn(section: ProfileSection): Set<string> {
  const { title, sort, unique = [], fields } = section;
  const leaning = fields.flatMap(({ required, shownIf, notBefore, notAfter }) => [
    ...fieldsOf(typeof required === 'object' ? required : undefined),
    ...fieldsOf(shownIf),
    ...boundField(notBefore),
    ...boundField(notAfter),
  ]);
  const ofSections = SECTION_KEYS.flatMap((key) => fieldsOf(profileSection(key).shownIf));
  return new Set([...title, ...(sort ? [sort[0]] : []), ...unique, ...leaning, ...ofSections]);
}

/**
 * What the office may choose of a field, as it is shipped first; nothing: it stays what it is. What is sensitive is never
 * made required, and what is required is made optional before anything hides it.
 */
export function usesOf(key: SectionKey, field: ProfileField): readonly FieldUse[] {
  const section = profileSection(key);
  if (!isTyped(field) || DECLARED.includes(field.key)) return [];
  if (LOAD_BEARING[key]?.includes(field.key) || namedIn(section).has(field.key)) return [];
  if (field.required !== undefined) return ['required', 'optional'];
  // Printed columns of the two kinds of rows stand side by side.
  if (field.variants && field.width !== undefined) return ['optional', 'required'];
  const isSecret = ['P3', 'P4'].includes(privacyOf(section, field));
  return isSecret || field.kind === 'flag' ? ['optional', 'hidden'] : ['optional', 'required', 'hidden'];
}

/** Whether the office may add to what is chosen there. */
export const isOpen = ({ options }: ProfileField): boolean =>
  options !== undefined && options !== 'country' && (PROFILE_TABLES[options] as CodeTable).open === true;

const sections = new WeakMap<FieldSettings, Map<SectionKey, ProfileSection>>();

/**
 * A section as it is filled in, read, printed and imported now: what is hidden is not in it. What is stored, encrypted or
 * handed out goes by `profileSection`, which knows every field.
 */
export function sectionInForce(key: SectionKey, settings: FieldSettings): ProfileSection {
  const known = sections.get(settings) ?? new Map<SectionKey, ProfileSection>();
  sections.set(settings, known);
  const section = known.get(key) ?? adjusted(key, settings);
  known.set(key, section);
  return section;
}

function adjusted(key: SectionKey, settings: FieldSettings): ProfileSection {
  const shipped = profileSection(key);
  if (!shipped.fields.some((field) => settings[settingKey(key, field.key)])) return shipped;
  const fields = shipped.fields.flatMap((field): ProfileField[] => {
    const setting = settings[settingKey(key, field.key)];
    if (!setting) return [field];
    // What was set before a field became fixed holds no longer.
    const use = setting.use && usesOf(key, field).includes(setting.use) ? setting.use : shippedUse(field);
    if (use === 'hidden') return [];
    const { required, hint, ...rest } = withAdded(field, setting);
    const words = setting.hint ?? hint ?? '';
    const asked = use === 'optional' ? undefined : (required ?? true);
    return [{ ...rest, ...(asked !== undefined && { required: asked }), ...(words !== '' && { hint: words }) }];
  });
  return { ...shipped, fields };
}

const withAdded = (field: ProfileField, { added }: FieldSetting): ProfileField =>
  added && isOpen(field) ? { ...field, added } : field;

/** A section with every field that it has, hidden ones too, and every choice: for what is handed out whole. */
export function wholeSection(key: SectionKey, settings: FieldSettings): ProfileSection {
  const shipped = profileSection(key);
  return {
    ...shipped,
    fields: shipped.fields.map((field) => withAdded(field, settings[settingKey(key, field.key)] ?? {})),
  };
}

/** Rows without what stands in fields that are hidden now: nobody reads it but who wrote it. */
export function withoutHidden(key: SectionKey, settings: FieldSettings, rows: readonly Row[]): Row[] {
  const hidden = new Set(hiddenIn(key, settings).map((field) => field.key));
  if (hidden.size === 0) return [...rows];
  const shown = (values: Values) => Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.has(name)));
  return rows.map((row) => ({ ...row, values: shown(row.values) }));
}

function hiddenIn(key: SectionKey, settings: FieldSettings): readonly ProfileField[] {
  const shown = new Set(sectionInForce(key, settings).fields.map((field) => field.key));
  return profileSection(key).fields.filter((field) => !shown.has(field.key));
}

interface KeptRow {
  id: string;
  values: Readonly<Record<string, unknown>>;
}

/** Rows with what stands in `before` in fields that are hidden now: nobody has taken it back. */
export function keepHidden<R extends KeptRow>(
  key: SectionKey,
  settings: FieldSettings,
  { rows, before }: { rows: readonly R[]; before: readonly R[] },
): R[] {
  const hidden = hiddenIn(key, settings);
  if (hidden.length === 0) return [...rows];
  return rows.map((row) => {
    const was = before.find(({ id }) => id === row.id)?.values ?? {};
    const kept = hidden.flatMap((field) =>
      was[field.key] === undefined ? [] : [[field.key, was[field.key]] as const],
    );
    return { ...row, values: { ...row.values, ...Object.fromEntries(kept) } };
  });
}
