import { FIRM_STATUSES, LAWYER_STATUSES, type FindingResult, type ReviewRule } from '../../contract/enums.ts';
import type { RuleSet } from '../../contract/rule-sets.ts';
import { isUnifiedSocialCreditCode } from '../../contract/text.ts';
import type { DisciplineFact, FirmStanding, LawyerStanding } from '../registry/standing.ts';
import type { ReviewFacts, Subject } from './facts.ts';
import { describeDiscipline, touches } from './discipline.ts';
import { practiceGap } from './practice.ts';

/**
 * Automatic review (spec certificates.md, Review): pure decisions on facts that were read beforehand. Dates are plain
 * yyyy-MM-dd in Asia/Shanghai and compare as text.
 */

/** What one rule saw. `subject` null: all subjects alike. */
export interface Finding {
  rule: ReviewRule;
  result: FindingResult;
  subject: Subject | null;
  datum: string;
  source: string;
  readAt: number;
}
export type Decision = { verdict: 'approve' | 'refer'; findings: Finding[] };

/** One look at one subject: null when the rule holds, otherwise what is in doubt. */
type Doubt = { subject: Subject; datum: string };
interface Rule {
  source: string;
  /** Sentence of the finding when nobody is in doubt. */
  holds: (facts: ReviewFacts) => string;
  doubts: (facts: ReviewFacts) => Doubt[];
}

/** Base: the member is who the letter says, and every printed field may be printed. */
const BASE = ['member_active', 'identity_matched', 'fields_complete', 'no_pending_change', 'printable'] as const;
const CLEAN = [...BASE, 'period_plausible', 'membership_covers_period', 'no_discipline'] as const;

/** The rules each certificate type may be bound to. */
export const RULE_SETS = {
  base: BASE,
  'firm-clean': [...CLEAN, 'no_rename'],
  'lawyer-clean': CLEAN,
  practice: [...BASE, 'practice_unbroken'],
  manual: [...BASE, 'manual_type'],
} as const satisfies Record<RuleSet, readonly ReviewRule[]>;
export type { RuleSet };

/** Runs a type's rules: all hold → approve; any doubt → a person decides. A machine never rejects. */
export function decide(ruleSet: RuleSet, facts: ReviewFacts): Decision {
  const findings = RULE_SETS[ruleSet].flatMap((name) => look(name, facts));
  return { verdict: findings.some((f) => f.result === 'doubtful') ? 'refer' : 'approve', findings };
}

/** Doubts about the facts; that a type is reviewed by a person anyway is none, such applications may be approved in a batch. */
export function doubtsIn(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ result, rule }) => result === 'doubtful' && rule !== 'manual_type');
}

function look(name: ReviewRule, facts: ReviewFacts): Finding[] {
  const rule = RULES[name];
  const common = { rule: name, source: rule.source, readAt: facts.readAt };
  const doubts = rule.doubts(facts);
  if (doubts.length === 0) return [{ ...common, result: 'holds', subject: null, datum: rule.holds(facts) }];
  return doubts.map(({ subject, datum }) => ({ ...common, result: 'doubtful', subject, datum }));
}

const firmSubject = (firm: FirmStanding): Subject => ({ kind: 'firm', id: firm.id, name: firm.name });
const lawyerSubject = (lawyer: LawyerStanding): Subject => ({ kind: 'lawyer', id: lawyer.id, name: lawyer.name });

/** Applies one look to the firm and one to every lawyer; a look answers null or what is in doubt. */
function doubtsOf(
  facts: ReviewFacts,
  firmLook: (firm: FirmStanding) => string | null,
  lawyerLook: (lawyer: LawyerStanding) => string | null,
): Doubt[] {
  const doubts: Doubt[] = [];
  const firmDatum = facts.firm && firmLook(facts.firm);
  if (facts.firm && firmDatum) doubts.push({ subject: firmSubject(facts.firm), datum: firmDatum });
  for (const lawyer of facts.lawyers) {
    const datum = lawyerLook(lawyer);
    if (datum) doubts.push({ subject: lawyerSubject(lawyer), datum });
  }
  return doubts;
}

const whom = ({ firm, lawyers }: ReviewFacts) =>
  [firm && '律所', lawyers.length > 0 && `${lawyers.length}名律师`].filter(Boolean).join('及');

const REGISTRY = '会员登记库';
const DISCIPLINE = '行业处分库';

const RULES: Record<ReviewRule, Rule> = {
  member_active: {
    source: REGISTRY,
    holds: (facts) => `${whom(facts)}登记状态正常`,
    doubts: (facts) =>
      doubtsOf(
        facts,
        (firm) => (firm.status === 'active' ? null : `律所状态为“${FIRM_STATUSES[firm.status]}”`),
        (lawyer) => (lawyer.status === 'active' ? null : `律师状态为“${LAWYER_STATUSES[lawyer.status]}”`),
      ),
  },
  identity_matched: {
    source: REGISTRY,
    holds: (facts) => (facts.lawyers.length > 0 ? '律师身份均已核验' : '律所登记号码校验无误'),
    doubts: (facts) =>
      doubtsOf(
        facts,
        (firm) => (isUnifiedSocialCreditCode(firm.uscc) ? null : '统一社会信用代码校验位不符'),
        (lawyer) => (lawyer.identityMatchedOn ? null : '身份信息尚未核验'),
      ),
  },
  fields_complete: {
    source: REGISTRY,
    holds: () => '证明所载各项登记信息完整',
    doubts: (facts) =>
      doubtsOf(
        facts,
        (firm) =>
          missing({
            名称: firm.name,
            执业许可证号: firm.licenceNo,
            统一社会信用代码: firm.uscc,
            办公地址: firm.address,
            批准日期: firm.approvedOn,
          }),
        (lawyer) =>
          missing({
            姓名: lawyer.name,
            执业证号: lawyer.licenceNo,
            执业机构: lawyer.firmName,
            首次执业日期: lawyer.firstPractisedOn,
          }),
      ),
  },
  no_pending_change: {
    source: REGISTRY,
    holds: () => '无在办的登记变更',
    doubts: (facts) =>
      doubtsOf(
        facts,
        (firm) => (firm.pendingChange ? `有在办变更：${firm.pendingChange}` : null),
        (lawyer) => (lawyer.pendingChange ? `有在办变更：${lawyer.pendingChange}` : null),
      ),
  },
  printable: {
    source: '证明所用字库',
    holds: () => '全部文字均可打印',
    doubts: (facts) =>
      facts.unprintable.map(({ subject, characters }) => ({
        subject,
        datum: `字库缺少：${characters.map(describeCharacter).join('、')}`,
      })),
  },
  period_plausible: {
    source: REGISTRY,
    holds: (facts) => `起始时间${facts.since ?? ''}有效`,
    doubts: (facts) => {
      const since = facts.since ?? '';
      const fault = (bornOn: string, born: string) => {
        if (since === '') return '未填写起始时间';
        if (since > facts.today) return `起始时间${since}晚于今天`;
        return since < bornOn ? `起始时间${since}早于${born}${bornOn}` : null;
      };
      return doubtsOf(
        facts,
        (firm) => fault(firm.approvedOn, '律所批准日期'),
        (lawyer) => fault(lawyer.firstPractisedOn, '首次执业日期'),
      );
    },
  },
  membership_covers_period: {
    source: `${REGISTRY}（执业机构变动）`,
    holds: (facts) => `${whom(facts)}在${facts.since ?? ''}至今期间均为本会会员，无转所`,
    doubts: (facts) => {
      const since = facts.since ?? '';
      return doubtsOf(
        facts,
        // A firm is a member from its approval on; period_plausible already compares that date.
        () => null,
        (lawyer) => membershipGap(lawyer, since),
      );
    },
  },
  no_discipline: {
    source: DISCIPLINE,
    holds: (facts) => `${whom(facts)}在${facts.since ?? ''}至今期间无行业处分记录，亦无在办案件`,
    doubts: (facts) => {
      const hit = ({ discipline }: { discipline: DisciplineFact[] }) =>
        discipline
          .filter((record) => touches(record, facts.since ?? '', facts.today))
          .map(describeDiscipline)
          .join('；') || null;
      return doubtsOf(facts, hit, hit);
    },
  },
  no_rename: {
    source: `${REGISTRY}（曾用名）`,
    holds: () => '期间未更名',
    doubts: (facts) =>
      doubtsOf(
        facts,
        (firm) => {
          const former = firm.formerNames.find(({ untilOn }) => untilOn >= (facts.since ?? ''));
          return former ? `${former.untilOn}前名称为“${former.name}”` : null;
        },
        () => null,
      ),
  },
  practice_unbroken: {
    source: `${REGISTRY}（执业经历）`,
    holds: () => '自首次执业至今执业经历连续',
    doubts: (facts) => doubtsOf(facts, () => null, practiceGap),
  },
  manual_type: {
    source: '证明类型设置',
    holds: () => '',
    doubts: (facts) =>
      doubtsOf(
        { ...facts, lawyers: facts.firm ? [] : facts.lawyers },
        () => '该类证明由人工审核',
        () => '该类证明由人工审核',
      ),
  },
};

function missing(fields: Record<string, string>): string | null {
  const empty = Object.entries(fields)
    .filter(([, value]) => value.trim() === '')
    .map(([label]) => label);
  return empty.length > 0 ? `缺少：${empty.join('、')}` : null;
}

function membershipGap(lawyer: LawyerStanding, since: string): string | null {
  if (lawyer.joinedOn > since) return `入会日期${lawyer.joinedOn}晚于起始时间${since}`;
  const current = lawyer.periods.find((period) => period.untilOn === null);
  if (!current || current.firmId !== lawyer.firmId) return '执业机构记录与登记不一致';
  return current.fromOn > since ? `${current.fromOn}转入${current.firmName}` : null;
}

/** 「𠮷」U+20BB7: people need the character, the registry clerk its code. */
function describeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `「${character}」U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
