import { RULE_SET_USES } from '../../../contract/certificate-types/rule-sets.ts';
import type { ReviewMode } from '../../../contract/review/enums.ts';
import { RULE_SETS, type RuleSet } from '../rules/rules.ts';

/** What decides how applications of a type are judged. */
export interface Judged {
  ruleSet: RuleSet;
  reviewMode: ReviewMode;
}

/**
 * Whether fewer eyes or fewer rules look at a type's applications than before: a rule goes, or looks at others, or a machine
 * may approve what a person had to. That no letter is false rests on it, so it takes two persons.
 */
export function loosensReview(from: Judged, to: Judged): boolean {
  const kept = new Set<string>(RULE_SETS[to.ruleSet]);
  // Where no lawyer applies, nobody has to practise.
  if (!speaksOfLawyers(to.ruleSet) && kept.has('member_active')) kept.add('member_active of practising');
  const isRuleLost = RULE_SETS[from.ruleSet].some((step) => !kept.has(step));
  return isRuleLost || (from.reviewMode === 'manual' && to.reviewMode === 'automatic');
}

const speaksOfLawyers = (ruleSet: RuleSet): boolean =>
  RULE_SET_USES[ruleSet].audiences.some((audience) => audience === 'lawyer');
