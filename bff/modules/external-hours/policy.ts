import type { Transaction } from 'sequelize';
import type { Actor, LawyerActor, MemberActor } from '../../actor.ts';
import { externalHoursEndpoints } from '../../contract/external-hours/endpoints.ts';
import { staffPasses } from '../../contract/endpoint.ts';
import { AppError } from '../../errors.ts';
import { HoursClaim } from './model.ts';

/** Lawyers claim hours themselves. Throws `forbidden` for a firm, in words. */
export function expectLawyer(actor: MemberActor): LawyerActor {
  if (actor.kind === 'lawyer') return actor;
  throw new AppError('forbidden', { message: '校外学时由律师本人申报，请用律师账号登录' });
}

const mayShow = (actor: Actor, { lawyerId }: HoursClaim): boolean =>
  actor.kind === 'staff'
    ? staffPasses(actor.roles, externalHoursEndpoints.showHoursClaim)
    : actor.kind === 'lawyer' && actor.lawyerId === lawyerId;

/** Loads a claim that the actor may see; in a transaction its row is locked. Throws `not_found` otherwise. */
export async function loadClaim(actor: Actor, id: number, t?: Transaction): Promise<HoursClaim> {
  const claim = await HoursClaim.findByPk(id, t && { transaction: t, lock: t.LOCK.UPDATE });
  if (!claim || !mayShow(actor, claim)) throw new AppError('not_found');
  return claim;
}

/** Returns where the actor may see a claim, and with it what proves it; throws `not_found` otherwise. */
export async function expectClaimVisible(actor: Actor, id: number): Promise<void> {
  await loadClaim(actor, id);
}
