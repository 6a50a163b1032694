import type { MemberActor } from '../../actor.ts';
import { AppError } from '../../errors.ts';

/** The lawyer whose form a member prints: the own one. A firm has none, and sees none of its lawyers'. Throws `not_found`. */
export function lawyerOf(actor: MemberActor): number {
  if (actor.kind !== 'lawyer') throw new AppError('not_found');
  return actor.lawyerId;
}
