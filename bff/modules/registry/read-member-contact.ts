import { AppError } from '../../errors.ts';
import type { MemberActor } from '../accounts/actor.ts';
import { Firm, Lawyer } from './model.ts';

/** Telephone and e-mail address of the actor's own member, as registered. */
export async function readMemberContact(actor: MemberActor): Promise<{ phone: string; email: string }> {
  const rejectOnEmpty = new AppError('not_found');
  const { phone, email } =
    actor.kind === 'firm'
      ? await Firm.findByPk(actor.firmId, { rejectOnEmpty })
      : await Lawyer.findByPk(actor.lawyerId, { rejectOnEmpty });
  return { phone, email };
}
