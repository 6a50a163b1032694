import { DISCIPLINE_KINDS } from '../../../../contract/registry/enums.ts';
import type { DisciplineFact, FirmFacts, LawyerFacts } from '../../../registry/facts/registry-facts.ts';
import { isInEffect } from '../../facts/discipline.ts';
import { ownWords, type ReviewFacts } from '../../facts/facts.ts';
import { noDiscipline } from '../one-each/clearance.ts';
import type { Doubt } from '../one-each/rule.ts';
import { isBranchOf } from './branches.ts';
import { flatDenials, type FlatDenial } from './flat-denials.ts';
import { speaksOfDiscipline, toPlainWords } from './plain-words.ts';
import { speaksOfBranches, speaksOfFirm, speaksOfSomebody, toldOf } from './told-whom.ts';

/** Whom free text that speaks of 行业处分 speaks of, and what our own register says of each. Pure. */

interface Members {
  firms: readonly FirmFacts[];
  lawyers: readonly LawyerFacts[];
}

/**
 * What there is against anybody of whom the free text speaks, at any time: contradictions where it flatly denies that, by
 * which no person makes it true; doubts otherwise.
 */
export function disciplineTold(facts: ReviewFacts): Doubt[] {
  const untrue = new Set(
    flatDenials(ownWords(facts), facts.today).flatMap((denial) => {
      const today = denial.until !== null && denial.until < facts.today ? denial.until : facts.today;
      const said = { ...facts, since: denial.from === '' ? null : denial.from, today };
      const found = against(said, deniedOf(denial, facts)).filter(({ isContradiction }) => isContradiction);
      return isLeftRoom(denial, found, facts) ? [] : found.map(({ subject }) => keyOf(subject));
    }),
  );
  return against({ ...facts, since: null }, spokenOf(facts)).map(({ subject, datum, isContradiction }) =>
    isContradiction && untrue.has(keyOf(subject)) ? { subject, datum, isContradiction } : { subject, datum },
  );
}

/** 该所20名律师 may be those without a record, as long as there are so many. */
function isLeftRoom({ count }: FlatDenial, found: readonly Doubt[], { told: { lawyersNow } }: ReviewFacts): boolean {
  if (count === null) return false;
  const ofThem = new Set(found.map(({ subject }) => keyOf(subject)));
  return lawyersNow === null || lawyersNow - ofThem.size >= count;
}

const keyOf = ({ kind, id }: Doubt['subject']) => `${kind} ${id}`;

function against(facts: ReviewFacts, { firms, lawyers }: Members): Doubt[] {
  const looks = [...firms.map((firm) => ({ firm, lawyers: [] })), { firm: null, lawyers: [...lawyers] }];
  return looks.flatMap((members) => noDiscipline.doubts({ ...facts, ...members }));
}

/** Everybody of whom the text may speak: the subjects of the letter, whoever it names, and where it speaks of lawyers those of the firm. */
function spokenOf(facts: ReviewFacts): Members {
  const { firm, lawyers, told } = facts;
  const words = toPlainWords(ownWords(facts));
  const isNamed = namedIn(words);
  const isOfLawyers = speaksOfLawyers(words);
  return {
    firms: [
      ...(firm ? [firm] : []),
      ...told.firms.filter(
        (one) => isNamed(one) || (one.id === told.firmId ? speaksOfFirm(words) : speaksOfBranches(words)),
      ),
    ],
    lawyers: [
      ...lawyers,
      ...told.lawyers.flatMap((one) => {
        if (isNamed(one)) return [one];
        // Of who has left, what was while he or she practised there.
        return isOfLawyers ? [isHereNow(one, facts) ? one : whileHere(one, facts)] : [];
      }),
    ],
  };
}

/** Whether what is said of 行业处分 may be said of lawyers of the firm: of all, or of somebody who is not told by number. */
function speaksOfLawyers(words: string): boolean {
  let before = '';
  return words.split(/[。;!\n]/u).some((sentence) => {
    // A sentence that names nobody goes on about whoever the one before named.
    const spoken = toldOf(sentence) === null ? before : sentence;
    before = spoken;
    if (!speaksOfDiscipline(sentence)) return false;
    const of = toldOf(spoken);
    return of?.has('lawyers') || of?.has('head') || (speaksOfSomebody(spoken) && !/\d{17}/u.test(spoken));
  });
}

/** Whom a denial speaks of, each with the records that it denies. */
function deniedOf(denial: FlatDenial, facts: ReviewFacts): Members {
  const { firm, told } = facts;
  const { of, count, words, from, isOfApplicant, isOfNow, isOfTimeHere, kinds } = denial;
  const isNamed = namedIn(words);
  const everybody = [...facts.lawyers, ...told.lawyers];
  const named = everybody.filter(isNamed);
  const isSubject = (lawyer: LawyerFacts) =>
    of.has('subjects') && (facts.lawyers.includes(lawyer) || namedIn(toPlainWords(ownWords(facts)))(lawyer));
  const isOfWhoeverAsks = isOfApplicant && named.length === 0;
  const ofAll = (lawyer: LawyerFacts): LawyerFacts[] => {
    if (!of.has('lawyers')) return [];
    if (isHereNow(lawyer, facts)) return [isOfTimeHere ? whileHere(lawyer, facts) : lawyer];
    // 该所律师 of a time in days are those of that time; without one those of today.
    return from === '' || isOfNow || count !== null ? [] : [whileHere(lawyer, facts)];
  };
  const lawyers = everybody.flatMap((lawyer) => {
    const isHead = of.has('head') && isHereNow(lawyer, facts) && lawyer.name === told.head;
    const isAlone = isOfWhoeverAsks && firm === null && facts.lawyers.includes(lawyer);
    return named.includes(lawyer) || isSubject(lawyer) || isHead || isAlone ? [lawyer] : ofAll(lawyer);
  });
  const isOwn = (one: FirmFacts) => one.id === (firm?.id ?? told.firmId);
  const firms = [...(firm ? [firm] : []), ...told.firms].filter((one) =>
    isOwn(one)
      ? of.has('firm') || (isOfWhoeverAsks && firm !== null)
      : isNamed(one) || (of.has('branches') && isBranchOf(told.name, one.name)),
  );
  const isDenied = ({ kind }: DisciplineFact) => kinds.length === 0 || kinds.includes(DISCIPLINE_KINDS[kind]);
  const denied = <M extends { discipline: DisciplineFact[] }>(member: M): M => ({
    ...member,
    discipline: member.discipline.filter(isDenied),
  });
  return { firms: firms.map(denied), lawyers: lawyers.map(denied) };
}

/** Whether words name a member: by number, or by a name beside which no other number stands. */
function namedIn(words: string) {
  const compact = compactOf(words);
  const isNumbered = /\d{17}/u.test(compact);
  return ({ name, licenceNo }: { name: string; licenceNo: string }): boolean =>
    (licenceNo !== '' && compact.includes(licenceNo.toLowerCase())) ||
    (!isNumbered && name.length > 1 && compact.includes(compactOf(toPlainWords(name))));
}
const compactOf = (words: string) => words.replace(/[\s·]/gu, '');

const isHereNow = ({ firmId, status }: LawyerFacts, { firm, told }: ReviewFacts): boolean =>
  firmId !== null && firmId === (firm?.id ?? told.firmId) && status !== 'cancelled';

/** The lawyer with what began, or was open, while he or she practised in the firm, and no more. */
function whileHere(lawyer: LawyerFacts, { firm, told, today }: ReviewFacts): LawyerFacts {
  const own = firm?.id ?? told.firmId;
  const isHere = (on: string) =>
    lawyer.periods.some(
      ({ firmId, fromOn, untilOn }) => firmId === own && fromOn <= on && (untilOn === null || untilOn >= on),
    );
  const discipline = lawyer.discipline.filter((record) =>
    [record.decidedOn, record.effectiveFromOn ?? record.decidedOn ?? today].some(
      (on) => on !== null && isHere(on) && (isInEffect(record, today) || on <= today),
    ),
  );
  return { ...lawyer, discipline };
}
