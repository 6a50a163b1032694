import type { ApplicationField, LawyerScope, SubjectKind } from './enums.ts';

interface RuleSetUse {
  /** What the rules make sure of, as the administrator reads it when choosing. */
  label: string;
  /** Which applicants its rules can judge. */
  audiences: readonly SubjectKind[];
  scopes: readonly LawyerScope[];
  /** Fields without which its rules have nothing to judge. */
  needs: readonly ApplicationField[];
}

/** The rule sets a type may be bound to, and where each fits; which rules they are stands in rules.ts. */
export const RULE_SET_USES = {
  base: { label: '基本核查', audiences: ['firm', 'lawyer'], scopes: ['none', 'chosen', 'all', 'self'], needs: [] },
  'firm-clean': {
    label: '律所及所涉律师无行业处分',
    audiences: ['firm'],
    scopes: ['none', 'chosen', 'all'],
    needs: ['since'],
  },
  'lawyer-clean': { label: '律师无行业处分', audiences: ['lawyer'], scopes: ['self'], needs: ['since'] },
  practice: { label: '执业经历连续', audiences: ['lawyer'], scopes: ['self'], needs: [] },
  manual: {
    label: '基本核查后一律人工审核',
    audiences: ['firm', 'lawyer'],
    scopes: ['none', 'chosen', 'all', 'self'],
    needs: [],
  },
} as const satisfies Record<string, RuleSetUse>;
export type RuleSet = keyof typeof RULE_SET_USES;

/** What of a type decides which rules can judge it. */
export interface RuledType {
  audience: SubjectKind | 'both';
  lawyerScope: LawyerScope;
}

/** Whether a rule set can judge the letters of such a type. */
export function fits(ruleSet: RuleSet, { audience, lawyerScope }: RuledType): boolean {
  const { audiences, scopes }: RuleSetUse = RULE_SET_USES[ruleSet];
  const all: SubjectKind[] = audience === 'both' ? ['firm', 'lawyer'] : [audience];
  return scopes.includes(lawyerScope) && all.every((kind) => audiences.includes(kind));
}

/** Which lawyers a letter can speak of, by who applies; `self` of both: the firm itself, or the lawyer. */
export const SCOPES_OF = {
  firm: ['none', 'chosen', 'all'],
  lawyer: ['self'],
  both: ['self', 'none'],
} as const satisfies Record<SubjectKind | 'both', readonly LawyerScope[]>;
