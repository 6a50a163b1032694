import type { Row } from '../form-reading/fields.ts';
import { codeWords, valueWords } from '../form-reading/words.ts';
import type { Value } from '../forms/language.ts';
import { NO_SETTINGS, sectionInForce, type FieldSettings } from './field-settings.ts';

/** What 基本信息 says without anybody typing it, reckoned of the other sections. Pure, for form, view and print alike. */

interface Section {
  key: string;
  rows: readonly Row[];
}

/** 学历 of GB/T 4658 that count as finished, the highest first; what was broken off never counts. */
export const EDUCATION_ORDER = ['11', '14', '17', '21', '28', '31', '41', '61', '90'];
/** 学位 of GB/T 6864, the highest first; 名誉博士 and 无 never count. */
const DEGREE_ORDER = ['2', '3', '4'];

const rowsOf = (sections: readonly Section[], key: string): readonly Row[] =>
  sections.find((one) => one.key === key)?.rows ?? [];

/** The code among some that comes first in an order; null: none of them does. */
function highest(codes: readonly (Value | undefined)[], order: readonly string[]): string | null {
  return order.find((code) => codes.includes(code)) ?? null;
}

/** 最高学历, 最高学位 or 外语 in words; '' where nothing follows yet, or for any other key. */
export function derivedWords(key: string, sections: readonly Section[], settings: FieldSettings = NO_SETTINGS): string {
  if (key === 'languages') {
    const rows = rowsOf(sections, 'languages').filter(({ values }) => typeof values['language'] === 'string');
    return rows.map((row) => languageWords(row, settings)).join('、');
  }
  const finished = rowsOf(sections, 'education').filter(({ values }) => values['ongoing'] !== true);
  if (key === 'education') {
    const code = highest(
      finished.map(({ values }) => values['level']),
      EDUCATION_ORDER,
    );
    return code === null ? '' : (codeWords('education', code) ?? '');
  }
  if (key !== 'degree') return '';
  const code = highest(
    finished.map(({ values }) => values['degree']),
    DEGREE_ORDER,
  );
  return code === null ? '' : (codeWords('degree', code) ?? '');
}

function languageWords({ values }: Row, settings: FieldSettings): string {
  const field = sectionInForce('languages', settings).fields.find(({ key }) => key === 'language');
  const name = field ? valueWords(field, values['language']) : '';
  const level = values['isNative'] === true ? '母语' : codeWords('languageLevel', String(values['level'] ?? ''));
  return level ? `${name}（${level}）` : name;
}
