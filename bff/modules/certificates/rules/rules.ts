import type { FindingResult, ReviewRule } from '../../../contract/review/enums.ts';
import type { RuleSet } from '../../../contract/certificate-types/rule-sets.ts';
import { ownWords, type ReviewFacts, type Subject } from '../facts/facts.ts';
import { disciplineTold } from './told/denied-members.ts';
import { speaksOfDiscipline } from './told/plain-words.ts';
import {
  fieldsComplete,
  identityMatched,
  manualType,
  memberActive,
  noPendingChange,
  practising,
  printable,
} from './one-each/base.ts';
import {
  membershipCoversPeriod,
  noDiscipline,
  noMerger,
  noRename,
  periodPlausible,
  rosterCounts,
} from './one-each/clearance.ts';
import {
  firmEnglishName,
  formerLawyer,
  historyConsistent,
  latinNameConfirmed,
  practiceUnbroken,
} from './one-each/person.ts';
import {
  appointmentCurrent,
  assessmentFiled,
  assessmentOpen,
  duesSettled,
  hoursCheckedIn,
} from './one-each/records.ts';
import type { Doubt, Rule } from './one-each/rule.ts';
import { namesGenuine, typedWords } from './one-each/typed-words.ts';

/**
 * Automatic review (spec certificates.md, Review): pure decisions on facts that were read beforehand. Dates are plain
 * yyyy-MM-dd in Asia/Shanghai and compare as text. The rules themselves stand in `rules/`, by theme.
 */

/** What one rule saw. `subject` null: all subjects alike. */
export interface Finding {
  rule: ReviewRule;
  result: FindingResult;
  subject: Subject | null;
  datum: string;
  source: string;
  readAt: number;
}
export type Decision = { verdict: 'approve' | 'refer'; findings: Finding[] };

const RULES: Record<ReviewRule, Rule> = {
  member_active: memberActive,
  identity_matched: identityMatched,
  fields_complete: fieldsComplete,
  no_pending_change: noPendingChange,
  printable,
  names_genuine: namesGenuine,
  typed_words: typedWords,
  period_plausible: periodPlausible,
  membership_covers_period: membershipCoversPeriod,
  no_discipline: noDiscipline,
  no_rename: noRename,
  no_merger: noMerger,
  roster_counts: rosterCounts,
  practice_unbroken: practiceUnbroken,
  history_consistent: historyConsistent,
  former_lawyer: formerLawyer,
  latin_name_confirmed: latinNameConfirmed,
  firm_english_name: firmEnglishName,
  assessment_open: assessmentOpen,
  assessment_filed: assessmentFiled,
  appointment_current: appointmentCurrent,
  hours_checked_in: hoursCheckedIn,
  dues_settled: duesSettled,
  manual_type: manualType,
};

/**
 * A rule, and whom it looks at where that is not firm and lawyers alike: a letter may name more subjects than it
 * clears, a roster prints everybody, and of some the letter says that they practise now.
 */
type Step = ReviewRule | `${ReviewRule} of ${'firm' | 'lawyers' | 'roster' | 'practising'}`;

const WORDS = ['printable', 'names_genuine', 'typed_words'] as const;
const REGISTERED = ['identity_matched', 'fields_complete', 'no_pending_change', ...WORDS] as const;
const BASE = ['member_active', ...REGISTERED] as const;
/** Of letters that begin with where a lawyer practises: “现为…执业律师”, “现在…执业”. */
const PRACTISING = ['member_active of practising', ...REGISTERED] as const;
const ROSTER_BASE = [
  'member_active of roster',
  'identity_matched of roster',
  'fields_complete of roster',
  'no_pending_change of roster',
  'printable',
  'names_genuine of roster',
  'typed_words',
] as const;
const CLEARED = ['period_plausible', 'membership_covers_period', 'no_discipline'] as const;
const FIRM_UNCHANGED = ['no_rename', 'no_merger'] as const;

/** The rules each certificate type may be bound to (certificates.md, Types shipped: automatic if, a person if). */
export const RULE_SETS = {
  /** Letters of types that staff have made, whatever they say: that a lawyer practises above all. */
  base: PRACTISING,
  'firm-clean': [...BASE, ...CLEARED, ...FIRM_UNCHANGED],
  /** All lawyers of the firm are annexed, as many as stated; cleared are the firm and whom the letter speaks of. */
  'firm-clean-roster': [...ROSTER_BASE, ...CLEARED, ...FIRM_UNCHANGED, 'roster_counts'],
  /** Only the chosen lawyers are cleared; of the firm no more is said than its name and numbers. */
  'chosen-lawyers-clean': [
    ...PRACTISING,
    'period_plausible of lawyers',
    'membership_covers_period of lawyers',
    'no_discipline of lawyers',
  ],
  'lawyer-clean': [...PRACTISING, ...CLEARED],
  'lawyer-clean-latin': [...PRACTISING, ...CLEARED, 'latin_name_confirmed', 'firm_english_name'],
  practice: [...PRACTISING, 'practice_unbroken'],
  history: [...PRACTISING, 'history_consistent'],
  'assessment-open': [...PRACTISING, 'assessment_open'],
  'assessment-result': [...BASE, 'assessment_filed'],
  appointment: [...PRACTISING, 'appointment_current'],
  hours: [...PRACTISING, 'hours_checked_in'],
  dues: [...BASE, 'dues_settled'],
  manual: [...PRACTISING, 'manual_type'],
  /** 代已注销律师, by a person: the firm is a member, the lawyer no more. */
  'former-lawyer': [
    'member_active of firm',
    'identity_matched',
    'fields_complete',
    'no_pending_change',
    ...WORDS,
    'former_lawyer',
    'period_plausible of lawyers',
    'no_discipline of lawyers',
    'manual_type',
  ],
  /** 执业状况, by a person: what there is against the subject is what the letter lists. */
  'practice-status': [...BASE, 'period_plausible', 'no_discipline', 'manual_type'],
} as const satisfies Record<RuleSet, readonly Step[]>;
export type { RuleSet };

/** The rules of a set, by their keys. */
export function rulesOf(ruleSet: RuleSet): ReviewRule[] {
  return RULE_SETS[ruleSet].map((step) => partsOf(step).rule);
}

/** Whether a set looks at what the registry keeps year by year: only then is it read. */
export function readsRecords(ruleSet: RuleSet): boolean {
  return rulesOf(ruleSet).some((rule) => RECORD_RULES.has(rule));
}
const RECORD_RULES: ReadonlySet<ReviewRule> = new Set<ReviewRule>([
  'assessment_open',
  'assessment_filed',
  'appointment_current',
  'hours_checked_in',
  'dues_settled',
]);

/** Whether a set compares the firm's roster with what is stated: only then is it read and annexed. */
export function readsRoster(ruleSet: RuleSet): boolean {
  return rulesOf(ruleSet).includes('roster_counts');
}

/** Runs a type's rules: all hold → approve; any doubt → a person decides. A machine never rejects. */
export function decide(ruleSet: RuleSet, facts: ReviewFacts): Decision {
  const rules = rulesOf(ruleSet);
  // Free text that a person reads whatever it says is no doubt of its own.
  const isRead = rules.includes('manual_type');
  const seen = isRead ? { ...facts, freeText: '' } : facts;
  const steps: Step[] = [...RULE_SETS[ruleSet]];
  // Whatever a type's rules are: a Latin name that it prints was confirmed by staff, in an act of its own.
  if (facts.latinName !== '' && !rules.includes('latin_name_confirmed')) steps.push('latin_name_confirmed');
  if (facts.latinName !== '' && !rules.includes('firm_english_name')) steps.push('firm_english_name');
  if (SPEAKS_OF_YEARS.test(facts.freeText) && !rules.includes('practice_unbroken')) steps.push('practice_unbroken');
  const findings = withTold(
    steps.flatMap((step) => look(step, seen)),
    { ruleSet, facts },
  );
  return { verdict: findings.some((f) => f.result !== 'holds') ? 'refer' : 'approve', findings };
}

/** What our own register has against what a letter says of 行业处分, by its rules or by its free text. */
export function disciplineFindings(ruleSet: RuleSet, facts: ReviewFacts): Finding[] {
  const steps = RULE_SETS[ruleSet].filter((step) => partsOf(step).rule === 'no_discipline');
  const found = withTold(
    steps.flatMap((step) => look(step, facts)),
    { ruleSet, facts },
  );
  return found.filter(({ result }) => result !== 'holds');
}

/** Whoever reads free text that speaks of 行业处分 has to know what the register says; what it flatly denies is no doubt. */
function withTold(all: Finding[], { ruleSet, facts }: { ruleSet: RuleSet; facts: ReviewFacts }): Finding[] {
  // What there is against the subject is what such a letter lists.
  const found = LISTS_DISCIPLINE.has(ruleSet) ? all.map(asDoubt) : all;
  if (!speaksOfDiscipline(ownWords(facts))) return found;
  const told = findingsOf('no_discipline', facts, disciplineTold(facts));
  const isSame = (one: Finding, other: Finding) =>
    one.rule === other.rule &&
    one.datum === other.datum &&
    one.subject?.kind === other.subject?.kind &&
    one.subject?.id === other.subject?.id;
  const worse = told.filter((one) => !found.some((own) => isSame(own, one) && own.result === 'contradicted'));
  const others = found.filter((own) => !worse.some((one) => isSame(own, one)));
  if (told.length > 0) return [...others, ...worse];
  const isLooked = found.some(({ rule }) => rule === 'no_discipline');
  return isLooked ? found : [...found, ...look('no_discipline', { ...facts, since: null })];
}

/** Free text that says how long, or that without a break, somebody has practised: a gap of the record is read beside it. */
const SPEAKS_OF_YEARS = /执业年限|连续执业|间断|中断|continuous|uninterrupted|unbroken/iu;
const LISTS_DISCIPLINE: ReadonlySet<RuleSet> = new Set<RuleSet>(['practice-status']);
const asDoubt = (finding: Finding): Finding =>
  finding.result === 'contradicted' && finding.rule === 'no_discipline' ? { ...finding, result: 'doubtful' } : finding;

/** Findings by which the letter would say what is not true by our own register: nobody approves over one. */
export const contradictionsIn = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ result }) => result === 'contradicted');

/** Doubts about the facts; that a type is reviewed by a person anyway is none, such applications may be approved in a batch. */
export function doubtsIn(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ result, rule }) => result !== 'holds' && rule !== 'manual_type');
}

/** What an application keeps of a look at it: the findings, and for its list how many are in doubt and how many contradict. */
export function keptOf(findings: Finding[]): { findings: Finding[]; doubts: number; contradictions: number } {
  return { findings, doubts: doubtsIn(findings).length, contradictions: contradictionsIn(findings).length };
}

function look(step: Step, facts: ReviewFacts): Finding[] {
  const { rule: name, of } = partsOf(step);
  const rule = ruleOf(name, of);
  const seen = narrowed(facts, of);
  const common = { rule: name, source: rule.source, readAt: facts.readAt };
  const doubts = rule.doubts(seen);
  if (doubts.length === 0) return [{ ...common, result: 'holds', subject: null, datum: rule.holds(seen) }];
  return findingsOf(name, facts, doubts);
}

function findingsOf(rule: ReviewRule, { readAt }: ReviewFacts, doubts: readonly Doubt[]): Finding[] {
  return doubts.map(({ subject, datum, isContradiction = false }) => ({
    rule,
    source: RULES[rule].source,
    readAt,
    result: isContradiction ? 'contradicted' : 'doubtful',
    subject,
    datum,
  }));
}

/** Whoever stands in a roster is said to practise in the firm, too. */
const ruleOf = (name: ReviewRule, of: string | undefined): Rule =>
  name === 'member_active' && (of === 'roster' || of === 'practising') ? practising : RULES[name];

function narrowed(facts: ReviewFacts, of: string | undefined): ReviewFacts {
  if (of === 'firm') return { ...facts, lawyers: [] };
  if (of === 'lawyers') return { ...facts, firm: null };
  return of === 'roster' ? { ...facts, lawyers: facts.roster } : facts;
}

function partsOf(step: Step): { rule: ReviewRule; of: string | undefined } {
  const [rule, of] = step.split(' of ');
  return { rule: rule as ReviewRule, of };
}
