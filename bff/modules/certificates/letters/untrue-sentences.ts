import type { Placeholder } from '../../../contract/certificate-types/placeholders.ts';
import type { ReviewRule } from '../../../contract/review/enums.ts';
import type { ReviewFacts } from '../facts/facts.ts';
import { composeLetter, type Wording } from './compose-letter.ts';
import type { Office } from './letter-values.ts';

/** What a letter says that a rule can contradict: the sentence in which one of these stands. */
const SAID: Partial<Record<ReviewRule, readonly Placeholder[]>> = {
  no_discipline: ['since', 'sinceEnglish'],
  roster_counts: ['lawyerCount'],
  latin_name_confirmed: ['latinName'],
  firm_english_name: ['firmEnglish', 'lastFirmEnglish'],
  assessment_open: ['assessmentYear'],
  assessment_filed: ['assessmentResult'],
  appointment_current: ['appointments'],
  hours_checked_in: ['hoursCount', 'hoursTotal'],
  dues_settled: ['dues'],
};

/** Stands before a value and nowhere else: every field refuses it. */
const SIGN = '\u0001';

/** The sentences, in English the paragraphs, that our own register contradicts, as the letter prints them. */
export function untrueSentences(
  rules: readonly ReviewRule[],
  { wording, facts, office }: { wording: Wording; facts: ReviewFacts; office: Office },
): string[] {
  const names = new Set(rules.flatMap((rule) => SAID[rule] ?? []));
  if (names.size === 0) return [];
  const { paragraphs, english } = composeLetter(wording, facts, office, (values) => {
    const signed = [...names].filter((name) => values[name] !== '').map((name) => [name, SIGN + values[name]]);
    return { ...values, ...(Object.fromEntries(signed) as Partial<typeof values>) };
  });
  const sentences = [...paragraphs.flatMap((paragraph) => paragraph.split(/(?<=。)/)), ...(english?.paragraphs ?? [])];
  return sentences.filter((sentence) => sentence.includes(SIGN)).map((sentence) => sentence.replaceAll(SIGN, ''));
}
