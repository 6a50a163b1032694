import type { Actor, LawyerActor, MemberActor } from '../../actor.ts';
import { AppError } from '../../errors.ts';
import { Registration } from './model.ts';

/** Lawyers sign up themselves. Throws `forbidden` for a firm, in words. */
export function expectLawyer(actor: MemberActor): LawyerActor {
  if (actor.kind === 'lawyer') return actor;
  throw new AppError('forbidden', { message: '活动由律师本人报名，请用律师账号登录' });
}

/** Returns where the actor may see the proof of a leave; throws `not_found` otherwise. */
export async function expectRegistrationVisible(actor: Actor, id: number): Promise<void> {
  if (actor.kind === 'staff') {
    if (actor.roles.includes('events') || actor.roles.includes('administrator')) return;
    throw new AppError('not_found');
  }
  const registration = await Registration.findByPk(id, { attributes: ['lawyerId'] });
  if (!registration || actor.kind !== 'lawyer' || registration.lawyerId !== actor.lawyerId) {
    throw new AppError('not_found');
  }
}
