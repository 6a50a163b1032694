import type { Row } from '../../../contract/form-reading/fields.ts';
import { valueWords } from '../../../contract/form-reading/words.ts';
import { sectionInForce } from '../../../contract/profile/field-settings.ts';
import type { ApprovedProfile } from './approved-profile.ts';

interface SchoolLine {
  level: string;
  school: string;
}
const NONE: SchoolLine = { level: '', school: '' };

/** The highest finished education, full-time and beside work, as the usual personnel forms have it (GB/T 4658 by code). */
export function schoolLines({ sections, fields }: ApprovedProfile): { fullTime: SchoolLine; partTime: SchoolLine } {
  const finished = (sections.education?.rows ?? []).filter(({ values }) => values['ongoing'] !== true);
  const ranked = [...finished].sort((a, b) => Number(a.values['level']) - Number(b.values['level']));
  const isFullTime = ({ values }: Row) => values['studyForm'] === 'full_time';
  return {
    fullTime: lineOf(fields, ranked.find(isFullTime)),
    partTime: lineOf(
      fields,
      ranked.find((row) => !isFullTime(row)),
    ),
  };
}

function lineOf(settings: ApprovedProfile['fields'], row: Row | undefined): SchoolLine {
  if (!row) return NONE;
  const say = (key: string) => {
    const field = sectionInForce('education', settings).fields.find((one) => one.key === key);
    return field ? valueWords(field, row.values[key]) : '';
  };
  const degree = row.values['degree'] === '0' ? '' : say('degree');
  const school = say('school') || say('schoolName') || say('schoolLatin');
  return {
    level: [say('level'), degree].filter((part) => part !== '').join('、'),
    school: [school, say('college'), say('major')].filter((part) => part !== '').join(' '),
  };
}
