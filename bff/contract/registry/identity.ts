import { IDENTITY_KINDS, SEXES, type IdentityKind, type Sex } from './enums.ts';
import { isPlainDate } from '../dates.ts';
import { isResidentIdentity } from '../text.ts';

/** Rules of identity numbers (profile-sections.md: kinds by first digits). Pure; numbers in upper case, without blanks. */

/** The kinds whose numbers have 18 digits and the check of GB 11643. */
type Numbered = 'resident' | 'residence_permit' | 'foreign_permanent';

/** First two digits of administrative division codes (GB/T 2260): who was registered in a province of the mainland. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71'.split(' '),
);
/**
 * 外国人永久居留证 before 2023, which stays valid: the country's three letters, four digits of the place that received the
 * application, the birth date without its century, a running and a check digit.
 */
const OLD_PERMANENT = /^[A-Z]{3}\d{4}(\d{2})(\d{2})(\d{2})\d{2}$/;
const isOldPermanent = (number: string): boolean => {
  const [, year, month, day] = OLD_PERMANENT.exec(number) ?? [];
  return year !== undefined && ['19', '20'].some((century) => isPlainDate(`${century}${year}-${month}-${day}`));
};
/** 律师法第五条: who practises has a degree, an examination and a year of training behind; nobody younger has been seen. */
const YOUNGEST = 18;

/** The kind that a number of 18 digits says itself; null for any other, and for one whose check is wrong. */
export function kindOfNumber(number: string): Numbered | null {
  if (!isResidentIdentity(number)) return null;
  if (number.startsWith('9')) return 'foreign_permanent';
  return /^8[123]/.test(number) ? 'residence_permit' : 'resident';
}

/** The birth date in a number of 18 digits (yyyy-MM-dd); null where there is none. */
export function birthOfNumber(number: string): string | null {
  if (!isResidentIdentity(number)) return null;
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}

/** The sex in a number of 18 digits: its 17th is odd for men; null where there is none. */
export function sexOfNumber(number: string): 'male' | 'female' | null {
  if (!isResidentIdentity(number)) return null;
  return Number(number[16]) % 2 === 1 ? 'male' : 'female';
}

/** What is wrong with a number of that kind, in words that say how to mend it; null: nothing that it says itself. */
export function identityFault(kind: IdentityKind, number: string): string | null {
  const own = kindOfNumber(number);
  if (own !== null) {
    if (own !== kind) return `这是${IDENTITY_KINDS[own]}的号码，请把证件类型改为“${IDENTITY_KINDS[own]}”`;
    const province = number.slice(0, 2);
    return own === 'resident' && !PROVINCES.has(province)
      ? `身份证号码前两位“${province}”不是省份代码，请核对18位号码`
      : null;
  }
  switch (kind) {
    case 'resident':
      return '身份证号码校验位或日期不正确，请核对18位号码';
    case 'residence_permit':
      return '居住证号码校验位或日期不正确，请核对18位号码，前两位为81、82或83';
    case 'foreign_permanent':
      return isOldPermanent(number)
        ? null
        : '永久居留身份证号码应为9开头的18位号码（校验位和日期须正确），旧证为3个字母加12位数字（第8至13位是出生年月日），请核对';
    default:
      return /^[0-9A-Z]{5,20}$/.test(number) ? null : '证件号码应为5至20位数字或字母';
  }
}

/** What is odd about a lawyer's number beside what else is on record, each in words: somebody looks, nothing is refused. */
export function identityDoubts(lawyer: {
  identityKind: IdentityKind;
  number: string;
  sex: Sex;
  firstPractisedOn: string;
}): string[] {
  const { identityKind, number, sex, firstPractisedOn } = lawyer;
  const doubts: string[] = [];
  const own = sexOfNumber(number);
  // Who changed it may keep the old number.
  if (own !== null && own !== sex) doubts.push(`证件号码第17位表示${SEXES[own]}性，与性别${SEXES[sex]}不一致`);
  const birth = birthOfNumber(number);
  if (birth !== null && firstPractisedOn < `${Number(birth.slice(0, 4)) + YOUNGEST}${birth.slice(4)}`) {
    doubts.push(`证件号码中的出生日期${birth}距首次执业日期${firstPractisedOn}不满${YOUNGEST}年，请核对`);
  }
  if (kindOfNumber(number) === null && /^\d{17}[\dX]$/.test(number)) {
    doubts.push(
      `证件号码像18位身份证号码，但校验位或日期不正确，请核对号码和证件类型“${IDENTITY_KINDS[identityKind]}”`,
    );
  }
  return doubts;
}
