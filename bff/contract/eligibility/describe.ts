import { wordsOf } from './conditions.ts';
import { toPlain, type Plain } from './grammar.ts';
import type { Condition, Eligibility } from './schemas.ts';

/** Who may, in one sentence without its end: 执业满3年，且缴清本年度会费. */
export const describe = (eligibility: Eligibility): string => sentenceOf(toPlain(eligibility));

function sentenceOf(plain: Plain<Condition>): string {
  if (plain.group === 'none') return wordsOf(plain.atom)[plain.polarity];
  const [only, ...others] = plain.of;
  if (only && others.length === 0) return sentenceOf(only);
  return plain.of.map(partOf).join(plain.group === 'all' ? '，且' : '，或');
}

/** Brackets show what belongs together. */
function partOf(plain: Plain<Condition>): string {
  const isGroup = plain.group !== 'none' && plain.of.length > 1;
  return isGroup ? `（${sentenceOf(plain)}）` : sentenceOf(plain);
}
