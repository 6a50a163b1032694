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
  'firm-clean-roster': {
    label: '律所及所涉律师无行业处分，附全体律师名单',
    audiences: ['firm'],
    scopes: ['none', 'chosen', 'all'],
    needs: ['since'],
  },
  'chosen-lawyers-clean': {
    label: '选定律师无行业处分（不含律所）',
    audiences: ['firm'],
    scopes: ['chosen'],
    needs: ['since'],
  },
  'lawyer-clean': { label: '律师无行业处分', audiences: ['lawyer'], scopes: ['self'], needs: ['since'] },
  'lawyer-clean-latin': {
    label: '律师无行业处分，拉丁字母姓名已核定',
    audiences: ['lawyer'],
    scopes: ['self'],
    needs: ['since', 'latinName'],
  },
  practice: { label: '执业年限连续（均在本会）', audiences: ['lawyer'], scopes: ['self'], needs: [] },
  history: { label: '执业经历完整，与登记一致', audiences: ['lawyer'], scopes: ['self'], needs: [] },
  'assessment-open': { label: '正在参加年度考核', audiences: ['lawyer'], scopes: ['self'], needs: [] },
  'assessment-result': {
    label: '年度考核结果已备案',
    audiences: ['firm', 'lawyer'],
    scopes: ['none', 'self'],
    needs: ['year'],
  },
  appointment: { label: '律协任职在任', audiences: ['lawyer'], scopes: ['self'], needs: [] },
  hours: { label: '活动签到无异议', audiences: ['lawyer'], scopes: ['self'], needs: ['year'] },
  dues: { label: '会费已缴清', audiences: ['firm', 'lawyer'], scopes: ['none', 'self'], needs: ['year'] },
  'former-lawyer': {
    label: '已注销律师，一律人工审核',
    audiences: ['firm'],
    scopes: ['former'],
    needs: ['formerLawyer', 'since'],
  },
  'practice-status': {
    label: '执业状况（含处分记录），一律人工审核',
    audiences: ['firm', 'lawyer'],
    scopes: ['none', 'self'],
    needs: ['since'],
  },
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
  firm: ['none', 'chosen', 'all', 'former'],
  lawyer: ['self'],
  both: ['self', 'none'],
} as const satisfies Record<SubjectKind | 'both', readonly LawyerScope[]>;
