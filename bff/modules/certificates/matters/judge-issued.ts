import { addDays } from '../../../contract/dates.ts';
import { FIRM_STATUSES, LAWYER_CATEGORIES, LAWYER_STATUSES } from '../../../contract/registry/enums.ts';
import { toChineseDate } from '../../../contract/text.ts';
import type { RuleSet } from '../../../contract/certificate-types/rule-sets.ts';
import type { MemberChange } from '../../../events.ts';
import { isInEffect } from '../facts/discipline.ts';
import { ownWords, type ReviewFacts, type Told } from '../facts/facts.ts';
import { practiceGap } from '../facts/practice.ts';
import type { LetterContent } from '../letters/compose-letter.ts';
import { practiceYears } from '../letters/letter-values.ts';
import { disciplineFindings, rulesOf } from '../rules/rules.ts';
import { speaksOfDiscipline } from '../rules/told/plain-words.ts';

/** An issued letter, as far as a change can touch it. */
export interface IssuedLetter {
  ruleSet: RuleSet;
  since: string | null;
  /** That it was asked for; null: none. */
  year: number | null;
  letter: LetterContent;
  /** What its applicant had it say; '': nothing of one's own. */
  freeText: string;
  purpose: string;
  /** The member's own letter. */
  isHolder: boolean;
  /** That, or the letter names the member by choice: more than a line of a roster. */
  isSingled: boolean;
  /** That, or one of all lawyers of whom the letter speaks. */
  isSubject: boolean;
  /** The firm of whose lawyers the free text may speak. */
  firm: Pick<Told, 'firmId' | 'name' | 'head'>;
  /** The firm whose lawyers it counts; null: it counts none. */
  countedFirm: number | null;
  /** Its wording says of what category, or sex, the lawyer is. */
  saysCategory: boolean;
  saysSex: boolean;
}

/** What a change means for a letter: it is named to staff; `isPublic`: it was untrue on its own day. */
export interface Touched {
  isPublic: boolean;
}

/**
 * Whether an issued letter prints or denies what has changed; null: neither. Pure: the rules of the review, on the
 * changed facts, as of the day of the letter and of today.
 */
export function judgeIssued(issued: IssuedLetter, change: MemberChange, facts: ReviewFacts): Touched | null {
  const { issuedOn } = issued.letter;
  switch (change.fact) {
    case 'discipline':
      return judgeDiscipline(issued, facts);
    case 'status': {
      const wasUntrue = change.effectiveOn !== null && change.effectiveOn < issuedOn;
      if (wasUntrue && isMiscounted(issued, change, facts)) return { isPublic: true };
      const isCancelled = (facts.firm ?? facts.lawyers[0])?.status === 'cancelled';
      if (isOfItsLawyers(issued, change)) return wasUntrue && isCancelled ? { isPublic: true } : null;
      if (saysStatus(issued, change)) return { isPublic: wasUntrue };
      // Who does not practise has no letter that says otherwise, but is a member until the end.
      if (change.before !== 'active' && !(change.before === 'suspended' && isCancelled)) return null;
      const isNamed = issued.isSingled || (wasUntrue && prints(issued, change.subject.licenceNo));
      return isNamed ? { isPublic: wasUntrue } : null;
    }
    case 'firm': {
      const wasUntrue = change.effectiveOn !== null && change.effectiveOn < issuedOn;
      const isNamed = issued.isHolder
        ? change.before !== '' && prints(issued, change.before)
        : wasUntrue && (prints(issued, change.subject.licenceNo) || isMiscounted(issued, change, facts));
      return isNamed ? { isPublic: wasUntrue } : null;
    }
    case 'name':
    case 'number':
      // A new name from today on: what the letter says was true.
      return change.before !== '' && prints(issued, change.before) ? { isPublic: false } : null;
    case 'date':
      // No day of the past changes: the register was wrong, and so was the letter.
      if (change.before === '' || !issued.isSubject) return null;
      return prints(issued, toChineseDate(change.before)) ? { isPublic: true } : null;
    case 'said':
      return issued.isSingled && prints(issued, change.before) ? { isPublic: false } : null;
    case 'sex':
      return issued.isSingled && issued.saysSex && prints(issued, change.before) ? { isPublic: false } : null;
    case 'category':
      return judgeCategory(issued, change, facts);
    case 'discipline-withdrawn':
      // It should never have been entered.
      return issued.isSubject && change.before !== '' && prints(issued, change.before) ? { isPublic: true } : null;
    case 'history':
      return judgeHistory(issued, facts);
    case 'former-name':
      return judgeInPeriod(issued, change, 'no_rename');
    case 'dues':
      return issued.isHolder && issued.ruleSet === 'dues' && prints(issued, change.before) ? { isPublic: true } : null;
    case 'assessment':
      if (!issued.isHolder || !prints(issued, change.before)) return null;
      if (issued.ruleSet === 'assessment-result') return { isPublic: true };
      // That somebody is being assessed was true until there was a result, whatever came of it.
      return issued.ruleSet === 'assessment-open' && (change.effectiveOn === null || change.effectiveOn < issuedOn)
        ? { isPublic: true }
        : null;
    case 'merger':
      return judgeInPeriod(issued, change, 'no_merger');
    case 'appointment': {
      const isNamed = issued.isHolder && issued.ruleSet === 'appointment' && prints(issued, change.before);
      // An office that ended after the day of the letter was held on it.
      return isNamed ? { isPublic: change.effectiveOn === null || change.effectiveOn < issuedOn } : null;
    }
    case 'hours':
      return judgeHours(issued, change) ? { isPublic: true } : null;
  }
}

/** Whether the letter says how many practise in a firm in which the lawyer did until the change, or does since. */
function isMiscounted({ countedFirm, letter }: IssuedLetter, { effectiveOn }: MemberChange, { lawyers }: ReviewFacts) {
  if (countedFirm === null || effectiveOn === null) return false;
  const dayBefore = addDays(effectiveOn, -1);
  return lawyers.some(({ category, periods }) => {
    const isThere = periods.some(
      ({ firmId, fromOn, untilOn }) =>
        firmId === countedFirm && fromOn <= letter.issuedOn && (untilOn === null || untilOn >= dayBefore),
    );
    return category === 'practising' && isThere;
  });
}

/**
 * Of a category the register keeps no days. With one that staff have named, a letter from after it was wrong, and a roster from
 * before it was right; without one nobody has said whether the register was wrong all the while: staff look at each.
 */
function judgeCategory(issued: IssuedLetter, change: MemberChange, { lawyers }: ReviewFacts): Touched | null {
  const { letter, countedFirm, isSingled, saysCategory } = issued;
  const { before, effectiveOn, subject } = change;
  const wasUntrue = effectiveOn !== null && effectiveOn < letter.issuedOn;
  if (isSingled && saysCategory && prints(issued, before)) return { isPublic: wasUntrue };
  if (effectiveOn !== null && !wasUntrue) return null;
  const isListed = (letter.roster?.rows ?? []).some((row) => row.includes(subject.licenceNo) && row.includes(before));
  // Only 执业律师 are counted: who has become one, or is one no more, makes the number another.
  const isCounted = lawyers.some(({ category, periods }) => {
    const isOther = (before === LAWYER_CATEGORIES.practising) !== (category === 'practising');
    return isOther && periods.some((period) => period.firmId === countedFirm && covers(period, letter.issuedOn));
  });
  return isListed || (countedFirm !== null && isCounted) ? { isPublic: wasUntrue } : null;
}

const covers = ({ fromOn, untilOn }: { fromOn: string; untilOn: string | null }, on: string): boolean =>
  fromOn <= on && (untilOn === null || untilOn >= on);

/** No letter says that there was no merger or other name, but a person was to decide on each whose period has one. */
function judgeInPeriod(
  { ruleSet, since, letter }: IssuedLetter,
  { before, effectiveOn }: MemberChange,
  rule: 'no_merger' | 'no_rename',
): Touched | null {
  if (before !== '' && prints({ letter }, before)) return { isPublic: true };
  const isWithin = effectiveOn !== null && effectiveOn >= (since ?? '') && effectiveOn <= letter.issuedOn;
  return isWithin && rulesOf(ruleSet).includes(rule) ? { isPublic: false } : null;
}

/**
 * A table of the history is whole or untrue, and so are years of practice: a break is not counted. Where they are, a person
 * was to look at each gap of the record.
 */
function judgeHistory(issued: IssuedLetter, { lawyers: [lawyer] }: ReviewFacts): Touched | null {
  if (!lawyer || !issued.isSingled) return null;
  if (issued.isHolder && tells(issued, HISTORY)) return { isPublic: true };
  const last = lawyer.periods.at(-1);
  const isMisplaced = issued.ruleSet === 'former-lawyer' && last !== undefined && !prints(issued, last.firmName);
  if (isMisplaced) return { isPublic: true };
  const isCounted = issued.isHolder && rulesOf(issued.ruleSet).includes('practice_unbroken');
  if (isCounted && !prints(issued, practiceYears(lawyer, issued.letter.issuedOn))) return { isPublic: true };
  return isCounted && practiceGap(lawyer) !== null ? { isPublic: false } : null;
}

/** A letter about the state of practice itself, which says what it was. */
function saysStatus(issued: IssuedLetter, { subject, before }: MemberChange): boolean {
  const labels: Record<string, string> = subject.kind === 'firm' ? FIRM_STATUSES : LAWYER_STATUSES;
  return issued.isHolder && issued.ruleSet === 'practice-status' && prints(issued, `“${labels[before]}”`);
}

/** A letter of a lawyer that says where he or she practises, of that firm. */
const isOfItsLawyers = (issued: IssuedLetter, { subject }: MemberChange): boolean =>
  subject.kind === 'firm' && !issued.isHolder && prints(issued, subject.name);

/** A table that lists what is no more so, or lacks an activity that was before its day. */
function judgeHours({ ruleSet, year, letter, isHolder }: IssuedLetter, { before, effectiveOn }: MemberChange): boolean {
  if (!isHolder || ruleSet !== 'hours') return false;
  const rows = [...(letter.table?.rows ?? []), ...(letter.roster?.rows ?? [])];
  if (before !== '' && rows.some((row) => row.join(' ').includes(before))) return true;
  return effectiveOn !== null && effectiveOn.startsWith(`${year}-`) && effectiveOn < letter.issuedOn;
}

/**
 * `facts` hold the subject alone, and of its records the one that changed. Free text that says something of 行业处分 denies
 * it as any letter does: of its applicant, of each whom it names, and of all lawyers of the firm where it speaks of them.
 */
function judgeDiscipline(issued: IssuedLetter, facts: ReviewFacts): Touched | null {
  const { ruleSet, since, letter, freeText, purpose, isSubject } = issued;
  const isTold = speaksOfDiscipline(ownWords(issued));
  if (!isTold && !(isSubject && rulesOf(ruleSet).includes('no_discipline'))) return null;
  const about = isSubject ? facts : asTold(facts, issued);
  const against = (today: string) => disciplineFindings(ruleSet, { ...about, freeText, purpose, since, today });
  const records = [...(facts.firm?.discipline ?? []), ...facts.lawyers.flatMap(({ discipline }) => discipline)];
  if (against(facts.today).length === 0) {
    // Dismissed or moved away: a letter that lists it prints what is no more.
    return isSubject && records.some(({ documentNo }) => documentNo !== '' && prints({ letter }, documentNo))
      ? { isPublic: false }
      : null;
  }
  const wasAgainst = against(letter.issuedOn).some(({ result }) => isSubject || result === 'contradicted');
  return { isPublic: wasAgainst && records.some((record) => isInEffect(record, letter.issuedOn)) };
}

/** The member as one whom a letter about others may speak of. */
const asTold = (facts: ReviewFacts, { firm }: IssuedLetter): ReviewFacts => ({
  ...facts,
  firm: null,
  lawyers: [],
  told: { ...firm, lawyersNow: null, firms: facts.firm ? [facts.firm] : [], lawyers: facts.lawyers },
});

/** A column that only the table of a lawyer's history has (letter-tables.ts). */
const HISTORY = '执业机构';

/** Whether the letter has a table with such a column. */
function tells({ letter: { table, roster } }: IssuedLetter, column: string): boolean {
  return [...(table?.columns ?? []), ...(roster?.columns ?? [])].some(({ label }) => label === column);
}

/** Whether the words stand anywhere in the letter. */
export function prints({ letter }: Pick<IssuedLetter, 'letter'>, words: string): boolean {
  const { paragraphs, table, english, roster } = letter;
  const rows = [...(table?.rows ?? []), ...(roster?.rows ?? [])];
  return [...paragraphs, ...(english?.paragraphs ?? []), ...rows.flat(), roster?.firm ?? ''].some((text) =>
    text.includes(words),
  );
}
