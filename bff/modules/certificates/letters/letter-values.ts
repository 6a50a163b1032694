import { COUNTRIES } from '../../../contract/countries.ts';
import { FIRM_STATUSES, LAWYER_CATEGORIES, LAWYER_STATUSES, SEXES } from '../../../contract/registry/enums.ts';
import type { Placeholder } from '../../../contract/certificate-types/placeholders.ts';
import type { RosterOrder } from '../../../contract/settings/enums.ts';
import { toChineseDate, toEnglishDate } from '../../../contract/text.ts';
import type { LawyerFacts } from '../../registry/facts/registry-facts.ts';
import type { ReviewFacts } from '../facts/facts.ts';
import { statedHours } from './letter-tables.ts';
import { appointmentsInWords, assessmentResult, duesInWords, recordsInWords } from './letter-words.ts';
import { openAssessment } from '../facts/own-records.ts';
import { daysOfBreaks, practiceLength } from '../facts/practice.ts';
import { isListed } from '../rules/one-each/typed-words.ts';

/** What a placeholder is filled from, besides the facts. */
export interface Office {
  association: string;
  associationEnglish: string;
  /** What letters in English say besides; empty: not printed. */
  signatoryEnglish: string;
  addressEnglish: string;
  certificateEmail: string;
  verifyingEnglish: string;
  rosterOrder: RosterOrder;
}
export interface LetterContext extends ReviewFacts {
  office: Office;
  /** Where the lawyers stand: in the text, in an annex of their own, or marked in the annexed roster. */
  lawyersStand: 'in-text' | 'annexed' | 'marked';
  /** Where the table of the letter stands, and that there is one. */
  tableStands: 'in-text' | 'annexed' | 'nowhere';
}
const one = (pick: (lawyer: LawyerFacts, letter: LetterContext) => string) => (letter: LetterContext) =>
  letter.lawyers[0] ? pick(letter.lawyers[0], letter) : '';

/** What fills each placeholder of the contract's table. */
const VALUES: Record<Placeholder, (letter: LetterContext) => string> = {
  firm: ({ firm, lawyers }) => firm?.name ?? lawyers[0]?.firmName ?? '',
  firmEnglish: ({ firm, lawyers: [lawyer] }) =>
    firm ? firm.englishName || firm.name : lawyer?.firmEnglishName || (lawyer?.firmName ?? ''),
  approvedOn: ({ firm }) => (firm ? toChineseDate(firm.approvedOn) : ''),
  licenceNo: ({ firm }) => firm?.licenceNo ?? '',
  uscc: ({ firm }) => firm?.uscc ?? '',
  address: ({ firm }) => firm?.address ?? '',
  lawyerCount: ({ firm }) => String(firm?.lawyerCount ?? ''),
  subjects: subjects,
  member: member,
  memberKind: ({ firm }) => (firm ? '团体会员' : '个人会员'),
  theMember: ({ firm }) => (firm ? '该所' : '该律师'),
  memberStatus: ({ firm, lawyers: [lawyer] }) =>
    firm ? FIRM_STATUSES[firm.status] : lawyer ? LAWYER_STATUSES[lawyer.status] : '',
  lawyerName: one((lawyer) => lawyer.name),
  lawyerSex: one((lawyer) => SEXES[lawyer.sex]),
  lawyerLicenceNo: one((lawyer) => lawyer.licenceNo),
  lawyerCategory: one((lawyer) => LAWYER_CATEGORIES[lawyer.category]),
  firstPractisedOn: one((lawyer) => toChineseDate(lawyer.firstPractisedOn)),
  firstPractisedOnEnglish: one((lawyer) => toEnglishDate(lawyer.firstPractisedOn)),
  practiceYears: one((lawyer, { today }) => practiceYears(lawyer, today)),
  lastFirm: one((lawyer) => lastPeriod(lawyer)?.firmName ?? lawyer.firmName),
  lastFirmEnglish: one((lawyer) => {
    const last = lastPeriod(lawyer);
    return last ? last.firmEnglishName || last.firmName : lawyer.firmEnglishName || lawyer.firmName;
  }),
  endedOn: one((lawyer) => dateOrEmpty(endOf(lawyer), toChineseDate)),
  endedOnEnglish: one((lawyer) => dateOrEmpty(endOf(lawyer), toEnglishDate)),
  since: (letter) =>
    dateOrEmpty(letter.since, toChineseDate) + (startsLater(letter) ? '（其后首次执业的律师为各自首次执业之日）' : ''),
  sinceEnglish: (letter) =>
    dateOrEmpty(letter.since, toEnglishDate) +
    (startsLater(letter) ? ' (or, for lawyers first admitted later, the date of their first admission)' : ''),
  year: ({ year }) => String(year ?? ''),
  country: ({ country }) => (country ? COUNTRIES[country][0] : ''),
  countryEnglish: ({ country }) => (country ? COUNTRIES[country][1] : ''),
  latinName: ({ latinName }) => latinName,
  purpose: (letter) => (typedPurpose(letter) === null ? letter.purpose : '申请人填写的用途（见文末）'),
  freeText: ({ freeText }) => freeText,
  association: ({ office }) => office.association,
  associationEnglish: ({ office }) => office.associationEnglish,
  listed: ({ tableStands }) => LISTED[tableStands],
  assessmentYear: (letter) => String(openAssessment(letter)?.year ?? ''),
  assessmentResult: assessmentResult,
  appointments: appointmentsInWords,
  hoursCount: (letter) => String(statedHours(letter).length),
  hoursTotal: (letter) => String(statedHours(letter).reduce((sum, h) => sum + h.hours, 0)),
  dues: duesInWords,
  records: (letter) => recordsInWords(letter, LISTED[letter.tableStands]),
  // A table is no words: on a line of its own compose-letter.ts puts it there.
  historyTable: () => '',
  hoursTable: () => '',
  recordsTable: () => '',
};

/** Whether somebody's period begins later, on his or her own first day: then the letter says so. */
const startsLater = ({ lawyers, since, sinceFirstPractice }: ReviewFacts) =>
  sinceFirstPractice && lawyers.some(({ firstPractisedOn }) => firstPractisedOn > (since ?? ''));

/** A purpose in the member's own words, which stands apart from what the association says; null: none, or a chosen one. */
export const typedPurpose = (facts: ReviewFacts): string | null =>
  facts.purpose === '' || isListed(facts) ? null : facts.purpose;

const LISTED = { 'in-text': '如下：', annexed: '见附件。', nowhere: '未见记录。' } as const;

/** Everything a wording may say about one letter. */
export function valuesOf(letter: LetterContext): Record<Placeholder, string> {
  const names = Object.keys(VALUES) as Placeholder[];
  return Object.fromEntries(names.map((name) => [name, VALUES[name](letter)])) as Record<Placeholder, string>;
}

function subjects({ lawyers, lawyersStand }: LetterContext): string {
  if (lawyersStand === 'annexed') return `附件名单所列${lawyers.length}名律师`;
  if (lawyersStand === 'marked') return `附件名单中标注“√”的${lawyers.length}名律师`;
  return lawyers.map(nameAndNumber).join('、');
}

function member({ firm, lawyers }: LetterContext): string {
  if (firm) return `${firm.name}（执业许可证号：${firm.licenceNo}，统一社会信用代码：${firm.uscc}）`;
  return lawyers[0] ? nameAndNumber(lawyers[0]) : '';
}

const nameAndNumber = (lawyer: LawyerFacts) => `${lawyer.name}（执业证号：${lawyer.licenceNo}）`;

const lastPeriod = ({ periods }: LawyerFacts) => [...periods].sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1)).at(-1);
const endOf = (lawyer: LawyerFacts) => lawyer.cancelledOn ?? lastPeriod(lawyer)?.untilOn ?? null;
const dateOrEmpty = (date: string | null, write: (date: string) => string) => (date === null ? '' : write(date));

/** 16年6个月: without the time in which the register knows the lawyer in no firm, and then it says so. */
export function practiceYears(lawyer: LawyerFacts, today: string): string {
  const breaks = daysOfBreaks(lawyer, today);
  const counted = yearsAndMonths(practiceLength(lawyer.firstPractisedOn, today, breaks));
  return breaks > 0 ? `${counted}（不含执业中断期间）` : counted;
}

const yearsAndMonths = ({ years, months }: { years: number; months: number }) =>
  [years > 0 && `${years}年`, months > 0 && `${months}个月`].filter(Boolean).join('') || '不足1个月';
