import type { ApprovalWay } from '../../../contract/review/enums.ts';
import type { ReviewMode } from '../../../contract/review/enums.ts';
import { RULE_SETS, rulesOf, type RuleSet } from '../rules/rules.ts';

/** What decides whether a machine has checked everything that a letter says. */
export interface Checkable {
  /** Of the type, not of the application: a person decides whatever the rules say. */
  typeMode: ReviewMode;
  ruleSet: string;
  hasFreeText: boolean;
  hasFiles: boolean;
  /** Findings in doubt, contradictions among them. */
  doubts: number;
}

/** Rule sets of types that a person decides always. */
export const MANUAL_SETS: readonly RuleSet[] = (Object.keys(RULE_SETS) as RuleSet[]).filter((set) =>
  rulesOf(set).includes('manual_type'),
);

/** Why no machine has fully checked a letter; empty: it has (certificates.md, Review: batch). */
export function uncheckedIn({ typeMode, ruleSet, hasFreeText, hasFiles, doubts }: Checkable): string[] {
  const isManual = typeMode === 'manual' || MANUAL_SETS.some((set) => set === ruleSet);
  return [
    ...(isManual ? ['该类证明须人工审核'] : []),
    ...(hasFreeText ? ['证明内容由申请人填写'] : []),
    ...(hasFiles ? ['附有材料'] : []),
    ...(doubts > 0 ? [doubtsInWords(doubts)] : []),
  ];
}

export const doubtsInWords = (doubts: number) => `有${doubts}项须核实`;

/** How a waiting application may be approved: with others at once, after its letter was read, or on its own page. */
export function wayOf(application: Checkable): ApprovalWay {
  if (application.doubts > 0) return 'desk';
  return uncheckedIn(application).length === 0 ? 'batch' : 'reading';
}
