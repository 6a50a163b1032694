import { SETTLED_BY_ACT } from '../../../contract/review/words.ts';
import { AppError } from '../../../errors.ts';
import type { ReviewFacts } from '../facts/facts.ts';
import { doubtsIn, type Finding } from '../rules/rules.ts';

/**
 * Doubts that no words settle: a name in Latin letters is confirmed by an act of its own, in the registry, before a letter
 * prints it (certificates.md, Review). Throws `wrong_state`.
 */
export function refuseUnsettled(findings: readonly Finding[], { lawyers }: ReviewFacts): void {
  // Where a letter names no lawyer there is nobody whose name could be confirmed: a person answers for it in words.
  if (lawyers.length === 0) return;
  const open = doubtsIn(findings).find(({ rule }) => SETTLED_BY_ACT.includes(rule));
  if (!open) return;
  const message = `${open.subject?.name ?? ''}${open.datum}，不能通过；请先由会员管理人员核定，再重新核查`;
  throw new AppError('wrong_state', { message });
}
