import type { Transaction } from 'sequelize';
import type { ReviewMode } from '../../../contract/review/enums.ts';
import { AppError } from '../../../errors.ts';
import { keyedIndex } from '../../../platform/crypto/keyed-index.ts';
import type { ReviewFacts } from '../facts/facts.ts';
import { composeLetter, type LetterContent } from '../letters/compose-letter.ts';
import type { Office } from '../letters/letter-values.ts';
import type { CertificateType } from '../model.ts';
import { currentWording } from '../types/find-type.ts';
import { decide, doubtsIn, type Finding } from '../rules/rules.ts';
import { refuseOtherLatinName } from './refuse-other-latin-name.ts';

/** What becomes of an application on these facts: pre-check and submit ask here, so that both say the same. */
export interface Judgement {
  reviewMode: ReviewMode;
  findings: Finding[];
}

/**
 * Judges an application as the submit does. Throws `invalid_fields` where the period begins before the firm existed, or the
 * name in Latin letters is another one than was confirmed.
 */
export function judge(type: CertificateType, facts: ReviewFacts): Judgement {
  refuseOtherLatinName(facts);
  const { verdict, findings } = decide(type.ruleSet, facts);
  refuseBeforeFirm(facts, findings);
  return { reviewMode: verdict === 'approve' ? type.reviewMode : 'manual', findings };
}

/** Nobody can vouch for a firm that was not there: the form says so, and no person has to. */
function refuseBeforeFirm({ since, firm }: ReviewFacts, findings: Finding[]): void {
  if (!firm || since === null || since >= firm.approvedOn) return;
  if (!findings.some(({ rule, subject }) => rule === 'period_plausible' && subject?.kind === 'firm')) return;
  const message = `起始时间不能早于律所批准日期${firm.approvedOn}`;
  throw new AppError('invalid_fields', { fields: { since: message } });
}

/**
 * Whether the letter and how it is decided are still what the member has seen. Throws `changed_meanwhile`: the page shows
 * both anew and asks again.
 */
export async function expectAsSeen(
  now: { seen: string; type: CertificateType; decision: Judgement; facts: ReviewFacts; office: Office },
  t: Transaction,
): Promise<void> {
  const letter = composeLetter(await currentWording(now.type.id, t), now.facts, now.office);
  if (fingerprintOf(now.decision, letter) === now.seen) return;
  throw new AppError('changed_meanwhile', { message: '证明内容或核查结果已有变化，请查看新的预览后再提交' });
}

/**
 * A keyed fingerprint of what the member has seen: the letter, how it would be decided, and every doubt, others' own
 * business included, which the key keeps from being guessed.
 */
export function fingerprintOf({ reviewMode, findings }: Judgement, letter: LetterContent): string {
  const doubts = doubtsIn(findings).map(({ rule, result, subject, datum }) => [
    rule,
    result,
    subject?.kind,
    subject?.id,
    datum,
  ]);
  return keyedIndex('pre-check', JSON.stringify([reviewMode, letter, doubts]));
}
