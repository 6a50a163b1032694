import type { Words } from '../../contract/eligibility/conditions.ts';
import type { Plain, Polarity } from '../../contract/eligibility/grammar.ts';

/** What is known of one condition of one member; null: nobody in the house judges such a condition. */
export type Finding = {
  words: Words;
  discreetWords: string | undefined;
  judgement: { holds: boolean; figure: string } | { unknown: string };
} | null;

/**
 * Why a member is not eligible, a sentence each; empty: eligible. Two-valued: what rests on an unknown fact does not hold,
 * negated or not, so that missing information admits nobody.
 */
export function unmetOf<Condition>(plain: Plain<Condition>, look: (condition: Condition) => Finding): string[] {
  return failuresOf(plain, look).map((failure) => failure.must);
}

/** Whether a member is eligible: where `unmetOf` has nothing to say. Without a sentence, for who judges hundreds. */
export function isMet<Condition>(plain: Plain<Condition>, look: (condition: Condition) => Finding): boolean {
  if (plain.group === 'none') return holds(look(plain.atom), plain.polarity);
  const isMetOne = (one: Plain<Condition>) => isMet(one, look);
  return plain.group === 'all' ? plain.of.every(isMetOne) : plain.of.some(isMetOne);
}

const holds = (finding: Finding, polarity: Polarity): boolean =>
  finding !== null && 'holds' in finding.judgement && finding.judgement.holds === (polarity === 'is');

/** One sentence about what is missing: alone, and as one of several ways. */
interface Failure {
  must: string;
  way: string;
}

function failuresOf<Condition>(plain: Plain<Condition>, look: (condition: Condition) => Finding): Failure[] {
  if (plain.group === 'none') return failureOf(look(plain.atom), plain.polarity);
  if (plain.group === 'all') return plain.of.flatMap((one) => failuresOf(one, look));
  const ways: string[] = [];
  for (const one of plain.of) {
    const failures = failuresOf(one, look);
    if (failures.length === 0) return [];
    ways.push(failures.map(({ way }) => way).join('，且'));
  }
  const [only] = ways;
  const isAlone = ways.length === 1 && only !== undefined;
  return [
    isAlone
      ? { must: `须${only}`, way: only }
      : { must: `须符合其一：${ways.join('；或')}`, way: `（${ways.join('，或')}）` },
  ];
}

function failureOf(finding: Finding, polarity: Polarity): Failure[] {
  if (holds(finding, polarity)) return [];
  if (finding === null) return [saying('信息不全，请联系协会')];
  const { words, discreetWords, judgement } = finding;
  if ('unknown' in judgement) {
    const missing = judgement.unknown ? `信息不全：${judgement.unknown}` : '信息不全';
    return [discreetWords ? saying(discreetWords) : requiring(`${words[polarity]}（${missing}）`)];
  }
  return [discreetWords ? saying(discreetWords) : requiring(`${words[polarity]}（${judgement.figure}）`)];
}

const requiring = (way: string): Failure => ({ must: `须${way}`, way });
const saying = (sentence: string): Failure => ({ must: sentence, way: sentence });
