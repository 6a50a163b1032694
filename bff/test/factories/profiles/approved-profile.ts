import { PRESENT, offered } from '../../../contract/form-reading/words.ts';
import type { Row } from '../../../contract/form-reading/fields.ts';
import type { Value } from '../../../contract/forms/language.ts';
import type { ProfileField } from '../../../contract/profile/language.ts';
import { profileSection, SECTION_KEYS, type SectionKey } from '../../../contract/profile/profile.ts';
import type { ApprovedProfile } from '../../../modules/registration-forms/compose/approved-profile.ts';

const GIVEN = {
  name: '林知远',
  sex: 'female',
  licenceNo: '14400201110234567',
  category: 'practising',
  firm: '江海衡则律师事务所',
  firstPractisedOn: '2011-03-02',
  latinName: 'LIN Zhiyuan',
  birthOn: '1985-03-12',
  nationality: 'CN',
} as const;

/** Nothing but what the registry says. */
export const EMPTY_PROFILE: ApprovedProfile = {
  association: '江海市律师协会',
  given: GIVEN,
  sections: {},
  periods: [],
  appointments: [],
  submittedOn: '2026-11-20',
  approvedOn: '2026-11-29',
  source: null,
  fields: {},
  copy: 'usual',
  identity: '居民身份证 440***********1234',
};

/** A file in which every field of every row holds as much as it may: what the form has to have room for. */
export function longestProfile(more: Partial<ApprovedProfile> = {}): ApprovedProfile {
  const sections = SECTION_KEYS.map((key) => [key, { rows: longestRows(key), saidNone: false }] as const);
  const periods = Array.from({ length: 12 }, (_, at) => ({
    firmId: at + 1,
    firmName: `${'江海衡则清鸣'.repeat(9)}律师事务所${at}`,
    fromOn: `${2011 + at}-03-02`,
    untilOn: at === 11 ? null : `${2012 + at}-03-01`,
  }));
  const given = { ...GIVEN, name: `${'买买提'.repeat(9)}𠮷龘靐`, firm: `${'江海'.repeat(27)}律师事务所` };
  return { ...EMPTY_PROFILE, given, sections: Object.fromEntries(sections), periods, ...more };
}

function longestRows(key: SectionKey): Row[] {
  const section = profileSection(key);
  const variants = Object.keys(section.variants ?? { '': {} });
  return Array.from({ length: section.maxRows }, (_, at) => {
    const variant = variants[at % variants.length] ?? '';
    const values = section.fields.flatMap((field) => {
      const value = longestValue(field, at);
      return value === null ? [] : [[field.key, value] as const];
    });
    return { id: `r${at}`, ...(variant !== '' && { variant }), values: Object.fromEntries(values) };
  });
}

/** Characters of all widths: Chinese ones, and a word without a place to divide it. */
const words = (length: number, at: number) =>
  at % 3 === 2
    ? 'W'.repeat(length)
    : [...'乡村普惠公益服务与涉外法律人才培养'.repeat(Math.ceil(length / 17))].slice(0, length).join('');

function longestValue(
  { kind, key, from = 'member', max = 20, options, scale, maxChosen, mayBePresent }: ProfileField,
  at: number,
): Value | null {
  if (from !== 'member' || kind === 'derived' || kind === 'photo') return null;
  const codes = offered(options ?? '');
  switch (kind) {
    case 'text':
      return words(max, at);
    case 'lines':
      return words(max, at);
    case 'url':
      return `https://example.com/${'a'.repeat(max - 20)}`;
    case 'email':
      return `${'m'.repeat(64)}@${'d'.repeat(185)}.com`;
    case 'date':
      return mayBePresent && at === 0 ? PRESENT : `${2026 - (at % 3)}-${String(12 - (at % 12)).padStart(2, '0')}-01`;
    case 'month':
      return '2016-09';
    case 'year':
      return '1958';
    case 'whole':
      return max * (scale ?? 1) > 0 ? max : 1;
    case 'fen':
      return max;
    case 'flag':
      return key !== 'ongoing' && key !== 'isUnder14' && key !== 'isNative';
    case 'code': {
      const longest = [...codes].sort((a, b) => b.label.length - a.label.length);
      return longest[at % Math.min(longest.length, 3)]?.code ?? '';
    }
    case 'codes':
      return key === 'politicalStatus' ? ['01', '03', '07'] : codes.slice(0, maxChosen ?? 3).map(({ code }) => code);
    case 'region':
      return '659010';
    case 'phone':
      return '0756-12345678-8012';
    case 'mobile':
      return '13800138000';
    case 'digits':
      return '519000';
    case 'mask':
      return 'A1B2C3D4E5F6G7H8I9J0K1L2M3N4O5'.slice(0, 20);
    case 'files':
      return ['x'.repeat(22)];
  }
}
