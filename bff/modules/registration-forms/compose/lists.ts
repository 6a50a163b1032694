import { isShown, sortedRows, type Row } from '../../../contract/form-reading/fields.ts';
import { codeWords, valueWords } from '../../../contract/form-reading/words.ts';
import type { ProfileField, ProfileSection } from '../../../contract/profile/language.ts';
import { besideRegistry } from '../../../contract/profile/own-posts.ts';
import { sectionInForce } from '../../../contract/profile/field-settings.ts';
import type { SectionKey } from '../../../contract/profile/profile.ts';
import type { FormList } from '../../../templates/registration-form/form-data.ts';
import { basicValues, toMonth, type ApprovedProfile } from './approved-profile.ts';
import { recentService } from './public-service.ts';

/** In the order of the form; 党员信息 is printed where it is asked for. */
const PRINTED = [
  'education',
  'work',
  'appointments',
  'socialPosts',
  'politics',
  'awards',
  'publicService',
  'publications',
  'qualifications',
  'languages',
  'party',
  'family',
] as const satisfies readonly SectionKey[];
const NOTHING = '无';

/** The lists of the form; 家庭成员 on the lawyer's own copy alone. */
export function formLists(profile: ApprovedProfile): FormList[] {
  const asked = PRINTED.filter((key) => profile.sections[key] !== undefined || key !== 'party');
  return [...asked.map((key) => listOf(profile, key)), documents(profile)];
}

function listOf(profile: ApprovedProfile, key: (typeof PRINTED)[number]): FormList {
  const section = sectionInForce(key, profile.fields);
  const columns = columnsOf(section);
  const typed = typedRows(profile, key);
  const { rows, note } = key === 'publicService' ? recentService(typed, profile.approvedOn) : { rows: typed, note: '' };
  const list = { label: section.label, columns: columns.map(({ label, width }) => ({ label, width })) };
  const mayPrint = key !== 'family' || profile.copy === 'family' || profile.copy === 'both';
  if (!mayPrint) return { ...list, rows: [], note: typed.length === 0 ? NOTHING : '已填报，不打印' };
  const context = basicValues(profile);
  const printed = sortedRows(section, rows).map((row) =>
    columns.map(({ fields }) => {
      const field = fields.find((one) => isShown(one, row, key === 'party' ? context : {}));
      return field ? cellWords(key, field, row) : '';
    }),
  );
  // What the registry says stands in the columns of its fields.
  const registered = ofRegistry(profile, key).map((said) =>
    columns.map(({ fields }) => said[fields[0]?.key ?? ''] ?? ''),
  );
  const all = [...registered, ...printed];
  return { ...list, rows: all, note: all.length === 0 ? note || NOTHING : note };
}

/** What was typed; posts that the registry has stand there alone. */
function typedRows({ sections, appointments, association }: ApprovedProfile, key: SectionKey): readonly Row[] {
  const rows = sections[key]?.rows ?? [];
  return key === 'appointments' ? besideRegistry(rows, appointments, association) : rows;
}

interface Column {
  label: string;
  width: number;
  /** One, or one for each kind of row. */
  fields: readonly ProfileField[];
}

/** Columns of a list: kinds of rows share them, one by one. */
function columnsOf({ fields, variants }: ProfileSection): Column[] {
  const printed = (variant: string | null) =>
    fields.filter(
      (one) => one.width !== undefined && (!one.variants || variant === null || one.variants.includes(variant)),
    );
  const [first = null, ...others] = Object.keys(variants ?? {});
  return wholeWidth(
    printed(first).map((field, at) => {
      const same = others.flatMap((variant) => printed(variant)[at] ?? []);
      return { label: field.label, width: field.width ?? 1, fields: [...new Set([field, ...same])] };
    }),
  );
}

/** Twelve columns in all: the room of a field that is not used goes to the widest. */
function wholeWidth(columns: Column[]): Column[] {
  const left = 12 - columns.reduce((sum, { width }) => sum + width, 0);
  const widest = Math.max(...columns.map(({ width }) => width));
  const at = columns.findIndex(({ width }) => width === widest);
  return columns.map((one, place) => (place === at ? { ...one, width: one.width + left } : one));
}

function cellWords(section: SectionKey, field: ProfileField, { values, variant }: Row): string {
  const value = values[field.key];
  if (section === 'politics' && field.key === 'proposals') {
    const count = typeof value === 'string' ? value.split('\n').filter((line) => line.trim() !== '').length : 0;
    return count === 0 ? '' : `${count}件`;
  }
  if (section === 'appointments' && field.key === 'association' && value === 'other')
    return String(values['associationName']);
  const words = valueWords(field, value).replace(/\s*\n\s*/g, '；');
  if (section === 'education' && variant === 'overseas' && field.key === 'schoolLatin') return abroad(words, values);
  return field.kind === 'date' || field.kind === 'month' ? toMonth(words) : words;
}

/** A school abroad with its country, and whether its degree was recognised. */
function abroad(latin: string, values: Row['values']): string {
  const name = typeof values['schoolName'] === 'string' ? ` ${values['schoolName']}` : '';
  const country = codeWords('country', String(values['country'])) ?? '';
  const recognised = typeof values['cscseNo'] === 'string' ? `留服认证 ${values['cscseNo']}` : '未认证';
  return `${latin}${name}（${country}，${recognised}）`;
}

/** What the registry says itself stands first: times in firms, and posts in our association. */
function ofRegistry(
  { periods, appointments, association }: ApprovedProfile,
  key: SectionKey,
): Readonly<Record<string, string>>[] {
  const until = (on: string | null) => (on === null ? '至今' : toMonth(on));
  if (key === 'work') {
    const latestFirst = [...periods].reverse();
    return latestFirst.map(({ fromOn, untilOn, firmName }) => ({
      fromOn: toMonth(fromOn),
      untilOn: until(untilOn),
      employer: firmName,
      position: '律师',
      kind: '执业机构',
    }));
  }
  if (key !== 'appointments') return [];
  return appointments.map(({ body, position, fromOn, untilOn }) => ({
    association,
    body,
    position,
    fromOn: toMonth(fromOn),
    untilOn: until(untilOn),
  }));
}

/** 证明材料 by title alone. */
function documents({ sections, fields: settings }: ApprovedProfile): FormList {
  const { label, fields } = sectionInForce('documents', settings);
  const kind = fields.find(({ key }) => key === 'kind');
  const titles = (sections.documents?.rows ?? []).map(({ values }) =>
    values['kind'] === 'other' ? String(values['title']) : kind ? valueWords(kind, values['kind']) : '',
  );
  return { label, columns: [], rows: [], note: titles.length === 0 ? NOTHING : titles.join('、') };
}
