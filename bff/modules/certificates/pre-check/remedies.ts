import { MAX_LAWYERS } from '../../../contract/certificates/limits.ts';
import type { Remedy } from '../../../contract/pre-check/replies.ts';
import type { ReviewRule } from '../../../contract/review/enums.ts';
import type { LawyerFacts } from '../../registry/facts/registry-facts.ts';
import type { ReviewFacts } from '../facts/facts.ts';
import type { CertificateType } from '../model.ts';
import type { Finding } from '../rules/rules.ts';

/** What a member can do about a reason. Pure. */

/** Types that a remedy may lead to; null: not offered to this member. */
export interface OtherTypes {
  /** 执业状况证明: it says what there is against somebody. */
  status: CertificateType | null;
  /** The same letter about chosen lawyers. */
  chosen: CertificateType | null;
}

/** Reasons that go with the lawyers whom they are about; what is their own business is not among them. */
const OF_LAWYERS: ReadonlySet<ReviewRule> = new Set<ReviewRule>(['period_plausible', 'membership_covers_period']);
/** What 执业状况证明 says as it is. */
const OF_STANDING: ReadonlySet<ReviewRule> = new Set<ReviewRule>(['no_discipline', 'member_active']);
const OF_RECORD: ReadonlySet<ReviewRule> = new Set<ReviewRule>(['fields_complete', 'printable']);
const OF_YEAR: ReadonlySet<ReviewRule> = new Set<ReviewRule>(['assessment_filed', 'hours_checked_in', 'dues_settled']);

/** The remedies of one reason: findings of one rule with one result. */
export function remediesOf(reason: Finding[], facts: ReviewFacts, type: CertificateType, others: OtherTypes): Remedy[] {
  const [first] = reason;
  if (!first) return [];
  const { rule, result } = first;
  if (OF_LAWYERS.has(rule) && first.subject?.kind === 'lawyer') {
    return facts.firm && type.lawyerScope !== 'former'
      ? [...ownStart(rule, facts), ...dropLawyers(reason, facts, type, others)]
      : laterSince(reason, facts);
  }
  if (OF_STANDING.has(rule) && result === 'contradicted' && others.status && others.status.id !== type.id) {
    return [{ kind: 'type', type: linkTo(others.status) }];
  }
  if (rule === 'typed_words' && first.datum.startsWith('自填的用途')) return [{ kind: 'field', field: 'purpose' }];
  if (OF_YEAR.has(rule) && type.asks.includes('year')) return [{ kind: 'field', field: 'year' }];
  return OF_RECORD.has(rule) ? [{ kind: 'record' }] : [];
}

const ownStart = (rule: ReviewRule, facts: ReviewFacts): Remedy[] =>
  rule === 'period_plausible' && !facts.sinceFirstPractice ? [{ kind: 'own-start' }] : [];

function dropLawyers(reason: Finding[], facts: ReviewFacts, type: CertificateType, others: OtherTypes): Remedy[] {
  const target = type.lawyerScope === 'chosen' ? type : others.chosen;
  const dropped = new Set(reason.map(({ subject }) => subject?.id));
  const keep = facts.lawyers.filter(({ id }) => !dropped.has(id));
  if (!target || keep.length === 0 || keep.length > MAX_LAWYERS) return [];
  const named = keep.map(({ id, name, licenceNo }) => ({ id, name, licenceNo }));
  return [{ kind: 'drop-lawyers', type: linkTo(target), keep: named }];
}

/** Of one lawyer's letter: the first day from which this reason is none. */
function laterSince(reason: Finding[], facts: ReviewFacts): Remedy[] {
  const days = reason.flatMap(({ rule, subject }) => {
    const lawyer = facts.lawyers.find(({ id }) => id === subject?.id);
    return lawyer ? [rule === 'period_plausible' ? lawyer.firstPractisedOn : memberSince(lawyer)] : [];
  });
  const since = days.sort().at(-1) ?? '';
  return since > (facts.since ?? '') && since <= facts.today ? [{ kind: 'since', since }] : [];
}

function memberSince({ joinedOn, periods }: LawyerFacts): string {
  const current = periods.find(({ untilOn }) => untilOn === null)?.fromOn ?? '';
  return current > joinedOn ? current : joinedOn;
}

const linkTo = ({ code, label }: CertificateType) => ({ code, label });
