import type { Placeholder } from '../../../contract/certificate-types/placeholders.ts';
import type { ReviewRule } from '../../../contract/review/enums.ts';
import type { ReviewFacts, Subject } from '../facts/facts.ts';
import { disciplineTold } from '../rules/told/denied-members.ts';
import { flatDenials } from '../rules/told/flat-denials.ts';
import type { Finding } from '../rules/rules.ts';
import { composeLetter, type Wording } from './compose-letter.ts';
import type { Office } from './letter-values.ts';

type Contradiction = Pick<Finding, 'rule' | 'subject'>;

/** What a letter says that a rule can contradict: the sentence in which one of these stands. */
const SAID: Partial<Record<ReviewRule, readonly Placeholder[]>> = {
  no_discipline: ['since', 'sinceEnglish'],
  roster_counts: ['lawyerCount'],
  former_lawyer: ['endedOn', 'lastFirm', 'endedOnEnglish', 'lastFirmEnglish'],
  latin_name_confirmed: ['latinName'],
  firm_english_name: ['firmEnglish', 'lastFirmEnglish'],
  assessment_open: ['assessmentYear'],
  assessment_filed: ['assessmentResult'],
  appointment_current: ['appointments'],
  hours_checked_in: ['hoursCount', 'hoursTotal'],
  dues_settled: ['dues'],
};

/** What it says of the standing of firm and lawyers. */
const SAID_OF: Record<Subject['kind'], readonly Placeholder[]> = {
  firm: ['firm', 'memberKind'],
  lawyer: ['subjects', 'memberKind', 'lawyerCategory', 'firmEnglish'],
};
const saidBy = ({ rule, subject }: Contradiction) =>
  rule === 'member_active' && subject ? SAID_OF[subject.kind] : (SAID[rule] ?? []);

/** Stands before a value and nowhere else: every field refuses it. */
const SIGN = '\u0001';

/** The sentences, in English the paragraphs, that our own register contradicts, as the letter prints them. */
export function untrueSentences(
  contradictions: readonly Contradiction[],
  { wording, facts, office }: { wording: Wording; facts: ReviewFacts; office: Office },
): string[] {
  const names = new Set(contradictions.flatMap(saidBy));
  if (names.size === 0) return [];
  // What is not on record is contradicted too: its sentence has a gap where the value would stand.
  const { paragraphs, english } = composeLetter(wording, facts, office, (values) => {
    const signed = [...names].map((name) => [name, SIGN + values[name]]);
    return { ...values, ...(Object.fromEntries(signed) as Partial<typeof values>) };
  });
  const sentences = [...paragraphs.flatMap((paragraph) => paragraph.split(/(?<=。)/)), ...(english?.paragraphs ?? [])];
  // What an applicant had it say is told by its words.
  const isTold = facts.freeText !== '' && contradictions.some(({ rule }) => rule === 'no_discipline');
  const told = isTold ? untrueWords(sentences, facts) : new Set<string>();
  const isUntrue = (sentence: string) => sentence.includes(SIGN) || told.has(sentence);
  return sentences.filter(isUntrue).map((sentence) => sentence.replaceAll(SIGN, ''));
}

/** Those that are untrue by themselves; where it takes the one before to see of whom they speak, all that deny anything. */
function untrueWords(sentences: string[], facts: ReviewFacts): Set<string> {
  const denials = sentences.filter((sentence) => flatDenials(sentence, facts.today).length > 0);
  const untrue = denials.filter((freeText) =>
    disciplineTold({ ...facts, freeText, purpose: '' }).some(({ isContradiction }) => isContradiction),
  );
  return new Set(untrue.length > 0 ? untrue : denials);
}
