import {
  APPLICATION_FIELDS,
  LAWYER_SCOPES,
  TYPE_AUDIENCES,
  type ApplicationField,
  type LawyerScope,
  type TypeAudience,
} from './enums.ts';
import { CONDITIONS } from '../eligibility/conditions.ts';
import { atomsOf } from '../eligibility/grammar.ts';
import type { Eligibility } from '../eligibility/schemas.ts';
import type { SubjectKind } from '../registry/enums.ts';

interface RuleSetUse {
  /** What the rules make sure of, as the administrator reads it when choosing. */
  label: string;
  /** Which applicants its rules can judge. */
  audiences: readonly SubjectKind[];
  scopes: readonly LawyerScope[];
  /** Fields without which its rules have nothing to judge. */
  needs: readonly ApplicationField[];
  /** Its rules look at 行业处分: no other letter may speak of it. */
  looksAtDiscipline?: true;
}

/** The rule sets a type may be bound to, and where each fits; which rules they are stands in rules.ts. */
export const RULE_SET_USES = {
  base: {
    label: '基本核查，律师须正在执业',
    audiences: ['firm', 'lawyer'],
    scopes: ['none', 'chosen', 'all', 'self'],
    needs: [],
  },
  'firm-clean': {
    label: '律所及所涉律师无行业处分',
    audiences: ['firm'],
    scopes: ['none', 'chosen', 'all'],
    needs: ['since'],
    looksAtDiscipline: true,
  },
  'firm-clean-roster': {
    label: '律所及所涉律师无行业处分，附全体律师名单',
    audiences: ['firm'],
    scopes: ['none', 'chosen', 'all'],
    needs: ['since'],
    looksAtDiscipline: true,
  },
  'chosen-lawyers-clean': {
    label: '选定律师无行业处分（不含律所）',
    audiences: ['firm'],
    scopes: ['chosen'],
    needs: ['since'],
    looksAtDiscipline: true,
  },
  'lawyer-clean': {
    label: '律师无行业处分',
    audiences: ['lawyer'],
    scopes: ['self'],
    needs: ['since'],
    looksAtDiscipline: true,
  },
  'lawyer-clean-latin': {
    label: '律师无行业处分，拉丁字母姓名已核定',
    audiences: ['lawyer'],
    scopes: ['self'],
    needs: ['since', 'latinName'],
    looksAtDiscipline: true,
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
    looksAtDiscipline: true,
  },
  'practice-status': {
    label: '执业状况（含处分记录），一律人工审核',
    audiences: ['firm', 'lawyer'],
    scopes: ['none', 'self'],
    needs: ['since'],
    looksAtDiscipline: true,
  },
  manual: {
    label: '基本核查（律师须正在执业）后一律人工审核',
    audiences: ['firm', 'lawyer'],
    scopes: ['none', 'chosen', 'all', 'self'],
    needs: [],
  },
} as const satisfies Record<string, RuleSetUse>;
export type RuleSet = keyof typeof RULE_SET_USES;

/** Whether its rules look at 行业处分. */
export function looksAtDiscipline(ruleSet: RuleSet): boolean {
  const use: RuleSetUse = RULE_SET_USES[ruleSet];
  return use.looksAtDiscipline === true;
}

/** What of a type decides which rules can judge it. */
export interface RuledType {
  audience: TypeAudience;
  lawyerScope: LawyerScope;
}

/** Who may apply for letters of such a type. */
export const applicantsOf = (audience: TypeAudience): readonly SubjectKind[] =>
  audience === 'both' ? ['firm', 'lawyer'] : [audience];

/** Labels of the conditions that are not true or false of everybody who may apply. */
const conditionsNotOf = (audience: TypeAudience, eligibility: Eligibility): string[] =>
  atomsOf(eligibility)
    .map(({ atom }) => CONDITIONS[atom])
    .filter(({ of }) => !applicantsOf(audience).every((kind) => of.includes(kind)))
    .map(({ label }) => label);

/** Whether a rule set can judge the letters of such a type. */
export function fits(ruleSet: RuleSet, { audience, lawyerScope }: RuledType): boolean {
  const { audiences, scopes }: RuleSetUse = RULE_SET_USES[ruleSet];
  return scopes.includes(lawyerScope) && applicantsOf(audience).every((kind) => audiences.includes(kind));
}

/** Which lawyers a letter can speak of, by who applies; `self` of both: the firm itself, or the lawyer. */
export const SCOPES_OF = {
  firm: ['none', 'chosen', 'all', 'former'],
  lawyer: ['self'],
  both: ['self', 'none'],
} as const satisfies Record<TypeAudience, readonly LawyerScope[]>;

/** The field in which the member names the lawyers of that scope; absent: nobody has to be named. */
const FIELD_OF_SCOPE: Partial<Record<LawyerScope, ApplicationField>> = {
  chosen: 'lawyers',
  former: 'formerLawyer',
};

/** What of a type does not go together, by the field to change, in words that say how. */
export function faultsOfCombination(
  type: RuledType & { ruleSet: RuleSet; asks: readonly ApplicationField[]; eligibility: Eligibility | null },
): Partial<Record<'lawyerScope' | 'ruleSet' | 'asks' | 'eligibility', string>> {
  const { audience, lawyerScope, ruleSet, asks } = type;
  const faults: ReturnType<typeof faultsOfCombination> = {};
  const scopes: readonly LawyerScope[] = SCOPES_OF[audience];
  if (!scopes.includes(lawyerScope)) {
    const offered = scopes.map((scope) => `“${LAWYER_SCOPES[scope]}”`).join('、');
    faults.lawyerScope = `申请对象为${TYPE_AUDIENCES[audience]}时，涉及律师只能选${offered}`;
  } else if (!fits(ruleSet, type)) {
    faults.ruleSet = `“${RULE_SET_USES[ruleSet].label}”不适用于所选的申请对象和涉及律师`;
  }
  const wanted = FIELD_OF_SCOPE[lawyerScope];
  const naming = Object.values(FIELD_OF_SCOPE);
  const needs: readonly ApplicationField[] = [...RULE_SET_USES[ruleSet].needs, ...(wanted ? [wanted] : [])];
  const missing = needs.find((field) => !asks.includes(field));
  const idle = asks.find((field) => naming.includes(field) && field !== wanted);
  if (missing) faults.asks = `须勾选“${APPLICATION_FIELDS[missing]}”，否则无从核查`;
  else if (idle) faults.asks = `涉及律师为“${LAWYER_SCOPES[lawyerScope]}”时，不能勾选“${APPLICATION_FIELDS[idle]}”`;
  const foreign = type.eligibility && conditionsNotOf(audience, type.eligibility)[0];
  if (foreign) faults.eligibility = `“${foreign}”只适用于律师，申请对象为${TYPE_AUDIENCES[audience]}时不能使用`;
  return faults;
}
