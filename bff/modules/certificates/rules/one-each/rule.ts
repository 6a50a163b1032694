import type { FirmFacts, LawyerFacts } from '../../../registry/facts/registry-facts.ts';
import type { ReviewFacts, Subject } from '../../facts/facts.ts';

/** One look at one subject: what is in doubt. */
export interface Doubt {
  subject: Subject;
  datum: string;
  /** By our own register the sentence that would be printed is not true. */
  isContradiction?: true;
}

/** Marks what is not only in doubt: our own register says otherwise than the letter would. */
export const contradicting = (doubts: Doubt[]): Doubt[] => doubts.map((doubt) => ({ ...doubt, isContradiction: true }));
export interface Rule {
  /** Where the datum is kept. */
  source: string;
  /** Sentence of the finding when nobody is in doubt. */
  holds: (facts: ReviewFacts) => string;
  doubts: (facts: ReviewFacts) => Doubt[];
}

export const REGISTRY = '会员登记库';

type FirmLook = (firm: FirmFacts) => string | null;
type LawyerLook = (lawyer: LawyerFacts) => string | null;

/** Applies one look to the firm and one to every lawyer; a look answers null or what is in doubt. */
export function doubtsOf(facts: ReviewFacts, firmLook: FirmLook, lawyerLook: LawyerLook): Doubt[] {
  return [...firmDoubts(facts, firmLook), ...lawyerDoubts(facts, lawyerLook)];
}

export function firmDoubts({ firm }: ReviewFacts, look: FirmLook): Doubt[] {
  const datum = firm && look(firm);
  return firm && datum ? [{ subject: firmSubject(firm), datum }] : [];
}

export function lawyerDoubts({ lawyers }: ReviewFacts, look: LawyerLook): Doubt[] {
  return lawyers.flatMap((lawyer) => {
    const datum = look(lawyer);
    return datum ? [{ subject: lawyerSubject(lawyer), datum }] : [];
  });
}

/** What is in doubt about whoever asks for the letter: the firm, or the lawyer who asks alone. */
export function applicantDoubt({ firm, lawyers }: ReviewFacts, datum: string | null): Doubt[] {
  const subject = firm ? firmSubject(firm) : lawyers[0] && lawyerSubject(lawyers[0]);
  return subject && datum ? [{ subject, datum }] : [];
}

/** The subjects in words: 律所及3名律师. */
export function whom({ firm, lawyers }: ReviewFacts): string {
  return [firm && '律所', lawyers.length > 0 && `${lawyers.length}名律师`].filter(Boolean).join('及');
}

const firmSubject = (firm: FirmFacts): Subject => ({ kind: 'firm', id: firm.id, name: firm.name });
const lawyerSubject = (lawyer: LawyerFacts): Subject => ({ kind: 'lawyer', id: lawyer.id, name: lawyer.name });
