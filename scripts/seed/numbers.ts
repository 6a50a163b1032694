/**
 * Invented numbers that pass every check. The division code 449901 has never been given to a county, so that none of
 * them belongs to anybody.
 */
const DIVISION = '449901';
const REGION = '4499';

const digits = (value: number, length: number) => String(value).padStart(length, '0');

/** GB 11643: division, birth date, serial (odd: male), check character. `serial` 0–499. */
export function residentIdentity(birthOn: string, sex: 'male' | 'female', serial: number): string {
  const order = serial * 2 + (sex === 'male' ? 1 : 0);
  const body = `${DIVISION}${birthOn.replaceAll('-', '')}${digits(order, 3)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}

/** GB 32100 with the organisation code of GB 11714 inside. `register`: 31 law firms, 12 public bodies, 91 companies. */
export function unifiedSocialCreditCode(register: string, serial: number): string {
  const organisation = `MD${digits(serial, 6)}`;
  const body = `${register}${DIVISION}${organisation}${organisationCheck(organisation)}`;
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const sum = weights.reduce((total, weight, i) => total + weight * alphabet.indexOf(body[i] ?? ''), 0);
  return `${body}${alphabet[(31 - (sum % 31)) % 31]}`;
}

function organisationCheck(code: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const value = (character: string) => Number.parseInt(character, 36);
  const sum = weights.reduce((total, weight, i) => total + weight * value(code[i] ?? '0'), 0);
  return '0123456789X0'[11 - (sum % 11)] ?? '0';
}

/** Tenth digit of a lawyer's number, by category. */
const CATEGORY_DIGITS = { practising: 1, government: 6, company: 7, legal_aid: 8 } as const;

/** 17 digits of a lawyer: 1, region, year of first practice, category, sex, serial. */
export function lawyerLicenceNo(lawyer: {
  firstPractisedOn: string;
  category: keyof typeof CATEGORY_DIGITS;
  sex: 'male' | 'female';
  serial: number;
}): string {
  const { firstPractisedOn, category, sex, serial } = lawyer;
  const sexDigit = sex === 'male' ? 0 : 1;
  return `1${REGION}${firstPractisedOn.slice(0, 4)}${CATEGORY_DIGITS[category]}${sexDigit}${digits(serial, 6)}`;
}

/** 17 digits of a firm: 2, region, year of approval, form (1 partnership), 0, serial. */
export function firmLicenceNo(approvedOn: string, serial: number): string {
  return `2${REGION}${approvedOn.slice(0, 4)}10${digits(serial, 6)}`;
}
