import type { Country } from '../../../contract/countries.ts';
import type { SubjectKind } from '../../../contract/registry/enums.ts';
import type { MemberRecords } from '../../registry/facts/records.ts';
import type { FirmFacts, LawyerFacts } from '../../registry/facts/registry-facts.ts';

/** What the form answered and rules look at or letters print; null or empty: the type does not ask for it. */
export interface Answers {
  since: string | null;
  /** For lawyers of a firm who began to practise after `since` the period begins on their own first day. */
  sinceFirstPractice: boolean;
  year: number | null;
  country: Country | '';
  latinName: string;
  purpose: string;
  freeText: string;
}

/** All that is printed in words of the applicant; '': nothing. */
export const ownWords = ({ freeText, purpose }: Pick<Answers, 'freeText' | 'purpose'>): string =>
  [freeText, purpose].filter((words) => words !== '').join('\n');

/** What automatic review looks at and letters print; read by `read-facts.ts`, judged by `rules.ts`. */
export interface ReviewFacts extends Answers {
  /** yyyy-MM-dd in Asia/Shanghai. */
  today: string;
  /** Instant at which the facts were read, epoch ms. */
  readAt: number;
  firm: FirmFacts | null;
  /** Whom the letter speaks of, in its order. */
  lawyers: LawyerFacts[];
  /** All lawyers of the firm where the letter annexes them; otherwise empty. */
  roster: LawyerFacts[];
  /** Of whom else the applicant's own words may deny 行业处分, as far as there is something against them. */
  told: Told;
  /** Assessments, dues, offices and hours of whoever applies; null where no rule of the type asks for them. */
  records: MemberRecords | null;
  /** Purposes that the association offers (设置); any other was typed by the member. */
  purposes: readonly string[];
  /** The association's names, in Chinese and English. */
  association: readonly string[];
  /** Names with look-alikes that a reviewer has let pass, as marks of rules/typed-words.ts. */
  confirmedNames: ReadonlySet<string>;
  /** Characters that the letter's fonts lack, by subject and field (its Chinese label). */
  unprintable: { subject: Subject; field: string; characters: string[] }[];
}

/** Members whom a letter's free text may speak of although it is not about them; those without any record are left out. */
export interface Told {
  /** The applicant's firm, or that of a lawyer who applies; null: in none. */
  firmId: number | null;
  name: string;
  /** Whoever heads it, by name. */
  head: string;
  /** How many lawyers are registered there now; null where only one member is looked at. */
  lawyersNow: number | null;
  firms: readonly FirmFacts[];
  lawyers: readonly LawyerFacts[];
}
export const NOBODY_TOLD: Told = { firmId: null, name: '', head: '', lawyersNow: null, firms: [], lawyers: [] };

/** What of the association's settings a review looks at. */
export interface ReviewOffice {
  association: string;
  associationEnglish: string;
  /** What members may choose as 用途; anything else they typed themselves. */
  purposes: readonly string[];
}
export interface Subject {
  kind: SubjectKind;
  id: number;
  name: string;
}
