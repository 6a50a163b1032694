import type { Transaction } from 'sequelize';
import { memberIdOf, type MemberActor } from '../../../actor.ts';
import { AppError } from '../../../errors.ts';
import type { MemberId } from '../../../subject.ts';
import { Lawyer } from '../model.ts';

/**
 * Whose entries an account speaks of: its own, or those of a lawyer who practises in the firm. Throws `not_found` for
 * any other lawyer.
 */
export async function subjectOf(actor: MemberActor, lawyerId: number | undefined, t?: Transaction): Promise<MemberId> {
  if (lawyerId === undefined) return memberIdOf(actor);
  if (actor.kind === 'lawyer') throw new AppError('not_found');
  const where = { id: lawyerId, firmId: actor.firmId };
  const lawyer = await Lawyer.findOne({ where, transaction: t ?? null });
  if (!lawyer) throw new AppError('not_found');
  return { kind: 'lawyer', id: lawyerId };
}

/** Whether an account speaks of a lawyer still: a firm of one who has left does not. */
export async function speaksOf(actor: MemberActor, subject: MemberId): Promise<boolean> {
  const own = memberIdOf(actor);
  if (subject.kind === own.kind) return subject.id === own.id;
  return (
    subject.kind === 'lawyer' &&
    actor.kind === 'firm' &&
    (await Lawyer.count({ where: { id: subject.id, firmId: actor.firmId } })) > 0
  );
}
