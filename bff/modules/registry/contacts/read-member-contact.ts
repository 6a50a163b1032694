import type { Transaction } from 'sequelize';
import { AppError } from '../../../errors.ts';
import type { MemberActor } from '../../../actor.ts';
import { Firm, Lawyer } from '../model.ts';

interface Contact {
  phone: string;
  email: string;
}

/** Telephone and e-mail address of the actor's own member, as registered. */
export async function readMemberContact(actor: MemberActor): Promise<Contact> {
  return readContact(
    actor.kind === 'firm' ? { firmId: actor.firmId, lawyerId: null } : { firmId: null, lawyerId: actor.lawyerId },
  );
}

/** Of whichever of both is given. Throws `not_found`. */
export async function readContact(
  member: { firmId: number | null; lawyerId: number | null },
  t?: Transaction,
): Promise<Contact> {
  const options = { rejectOnEmpty: new AppError('not_found'), transaction: t ?? null };
  const { phone, email } =
    member.firmId === null
      ? await Lawyer.findByPk(member.lawyerId ?? 0, options)
      : await Firm.findByPk(member.firmId, options);
  return { phone, email };
}
