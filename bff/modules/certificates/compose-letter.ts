import { LAWYER_CATEGORIES, SEXES } from '../../contract/enums.ts';
import { toChineseDate } from '../../contract/text.ts';
import type { Roster } from '../../templates/certificate/letter-data.ts';
import type { FirmStanding, LawyerStanding } from '../registry/standing.ts';
import { fillWording } from './fill-wording.ts';
import { practiceLength } from './practice.ts';

/** What a letter says, before number, QR code and seal: frozen into the certificate when it is decided. */
export interface LetterContent {
  association: string;
  paragraphs: string[];
  roster: Roster | null;
  /** yyyy-MM-dd, Asia/Shanghai. */
  issuedOn: string;
}

/** What a letter is composed of. */
export interface LetterFacts {
  association: string;
  today: string;
  since: string | null;
  purpose: string;
  freeText: string;
  firm: FirmStanding | null;
  lawyers: LawyerStanding[];
}
export interface Wording {
  body: string;
  /** Title of the annexed roster; null: lawyers are named in the text. */
  rosterTitle: string | null;
}

/** More names than this make a sentence nobody can read: they go into an annex. */
const NAMES_IN_TEXT = 8;

/** What a letter says. Its placeholders are those of the contract's table (placeholders.ts), each filled here. */
export function composeLetter(wording: Wording, facts: LetterFacts): LetterContent {
  const { firm, lawyers } = facts;
  const isAnnexed = wording.rosterTitle !== null || lawyers.length > NAMES_IN_TEXT;
  const lawyer = lawyers[0];
  const practised = lawyer && practiceLength(lawyer.firstPractisedOn, facts.today);
  const text = fillWording(wording.body, {
    firm: firm?.name ?? lawyer?.firmName ?? '',
    approvedOn: firm ? toChineseDate(firm.approvedOn) : '',
    licenceNo: firm?.licenceNo ?? '',
    uscc: firm?.uscc ?? '',
    address: firm?.address ?? '',
    lawyerCount: String(firm?.lawyerCount ?? ''),
    since: facts.since ? toChineseDate(facts.since) : '',
    subjects: isAnnexed ? `名单所列${lawyers.length}名律师（名单附后）` : lawyers.map(nameAndNumber).join('、'),
    purpose: facts.purpose,
    freeText: facts.freeText,
    lawyerName: lawyer?.name ?? '',
    lawyerSex: lawyer ? SEXES[lawyer.sex] : '',
    lawyerLicenceNo: lawyer?.licenceNo ?? '',
    lawyerCategory: lawyer ? LAWYER_CATEGORIES[lawyer.category] : '',
    firstPractisedOn: lawyer ? toChineseDate(lawyer.firstPractisedOn) : '',
    practiceYears: practised ? yearsAndMonths(practised) : '',
  });
  return {
    association: facts.association,
    paragraphs: text
      .split('\n')
      .map((p) => p.replaceAll('\t', ' ').trim())
      .filter((p) => p !== ''),
    roster: firm && isAnnexed && lawyers.length > 0 ? roster(wording.rosterTitle ?? '律师名单', lawyers) : null,
    issuedOn: facts.today,
  };
}

function roster(title: string, lawyers: LawyerStanding[]): Roster {
  return {
    title: `${title}（共${lawyers.length}名）`,
    columns: [
      { label: '序号', width: 'narrow' },
      { label: '姓名', width: 'name' },
      { label: '执业证号', width: 'licence' },
      { label: '执业类别', width: 'wide' },
    ],
    rows: lawyers.map((l, i) => [String(i + 1), l.name, l.licenceNo, LAWYER_CATEGORIES[l.category]]),
  };
}

const nameAndNumber = (lawyer: LawyerStanding) => `${lawyer.name}（执业证号：${lawyer.licenceNo}）`;

const yearsAndMonths = ({ years, months }: { years: number; months: number }) =>
  [years > 0 && `${years}年`, months > 0 && `${months}个月`].filter(Boolean).join('') || '不足1个月';
