import type { PreCheckReason } from '../../../contract/pre-check/replies.ts';
import { REVIEW_RULES, type ReviewRule } from '../../../contract/review/enums.ts';
import type { ReviewFacts } from '../facts/facts.ts';
import type { CertificateType } from '../model.ts';
import { decide, doubtsIn, type Finding } from '../rules/rules.ts';
import { remediesOf, type OtherTypes } from './remedies.ts';

/** Why a letter would not be issued at once, as the member may read it. Pure. */

/** What a firm may not learn about its lawyers: who of them, and what about him or her. */
export const PRIVATE_RULES: ReadonlySet<ReviewRule> = new Set<ReviewRule>([
  'no_discipline',
  'identity_matched',
  'no_pending_change',
  'former_lawyer',
]);

interface Asked {
  type: CertificateType;
  facts: ReviewFacts;
  others: OtherTypes;
}

/** One reason per rule and result; what cannot be approved at all comes first. */
export function reasonsOf(findings: Finding[], asked: Asked): PreCheckReason[] {
  const own = asked.facts.firm ?? asked.facts.lawyers[0];
  const ownKind = asked.facts.firm ? 'firm' : 'lawyer';
  const isOwn = ({ subject }: Finding) => subject?.kind === ownKind && subject.id === own?.id;
  const groups = new Map<string, Finding[]>();
  const hidden = new Set<ReviewRule>();
  for (const finding of withoutRepeats(doubtsIn(findings), asked)) {
    if (!isOwn(finding) && PRIVATE_RULES.has(finding.rule)) hidden.add(finding.rule);
    else {
      const key = `${finding.rule} ${finding.result} ${finding.subject?.kind}`;
      groups.set(key, [...(groups.get(key) ?? []), finding]);
    }
  }
  const reasons = [...groups.values()].map((group) => reasonOf(group, asked));
  return [
    ...reasons.filter(({ result }) => result === 'contradicted'),
    ...reasons.filter(({ result }) => result !== 'contradicted'),
    ...[...hidden].map(hiddenReason),
  ];
}

/** Who began to practise after the start is not a member before either: that is one reason, not two. */
function withoutRepeats(doubts: Finding[], { type, facts }: Asked): Finding[] {
  const isLate = doubts.some(({ rule, subject }) => rule === 'period_plausible' && subject?.kind === 'lawyer');
  if (!isLate || !facts.firm) return doubts;
  const left = doubtsIn(decide(type.ruleSet, { ...facts, sinceFirstPractice: true }).findings);
  const stays = new Set(
    left.filter(({ rule }) => rule === 'membership_covers_period').map(({ subject }) => subject?.id),
  );
  return doubts.filter(({ rule, subject }) => rule !== 'membership_covers_period' || stays.has(subject?.id));
}

function reasonOf(group: Finding[], { type, facts, others }: Asked): PreCheckReason {
  const [first] = group as [Finding, ...Finding[]];
  const names = group.map(({ subject }) => subject?.name ?? '');
  return {
    rule: first.rule,
    result: first.result,
    words: group.length === 1 ? one(first, facts) : several(group, facts),
    names: group.length === 1 ? [] : names,
    remedies: remediesOf(group, facts, type, others),
  };
}

function one({ subject, datum }: Finding, { firm, lawyers }: ReviewFacts): string {
  const isAlone = firm ? subject?.kind === 'firm' : lawyers.length === 1;
  return isAlone ? datum : `${subject?.name ?? ''}：${datum}`;
}

function several(group: Finding[], { since }: ReviewFacts): string {
  const [first] = group as [Finding, ...Finding[]];
  const many = `${group.length}名律师`;
  if (first.rule === 'period_plausible') return `${many}首次执业晚于${since ?? ''}`;
  if (first.rule === 'membership_covers_period') return `${many}在${since ?? ''}之后入会或转所`;
  return `${many}：${first.datum}等`;
}

const hiddenReason = (rule: ReviewRule): PreCheckReason => ({
  rule,
  result: 'doubtful',
  words: `${REVIEW_RULES[rule]}：涉及他人信息，由协会工作人员核实`,
  names: [],
  remedies: [],
});
