import type { Transaction } from 'sequelize';
import type { Actor, MemberActor } from '../../actor.ts';
import { EDITABLE_STATES, type ProfileState } from '../../contract/profile/enums.ts';
import { AppError } from '../../errors.ts';
import { Profile } from './model.ts';

/** The lawyer whose profile a member has; a firm has none, and learns nothing of those of its lawyers. */
export function lawyerOf(actor: MemberActor): number {
  if (actor.kind !== 'lawyer') throw new AppError('not_found');
  return actor.lawyerId;
}

export const isEditable = (state: ProfileState): boolean =>
  (EDITABLE_STATES as readonly ProfileState[]).includes(state);

/** The profile of a lawyer, its row locked; null: nothing was saved yet. */
export const lockOwn = (lawyerId: number, t: Transaction): Promise<Profile | null> =>
  Profile.findOne({ where: { lawyerId }, transaction: t, lock: t.LOCK.UPDATE });

/** The id of a lawyer's profile; null: nothing was saved yet. */
export async function findOwnProfileId(lawyerId: number): Promise<number | null> {
  const profile = await Profile.findOne({ where: { lawyerId }, attributes: ['id'] });
  return profile?.id ?? null;
}

function mayShow(actor: Actor, { lawyerId }: Profile): boolean {
  if (actor.kind === 'staff') return actor.roles.includes('registrar') || actor.roles.includes('administrator');
  return actor.kind === 'lawyer' && actor.lawyerId === lawyerId;
}

/** Loads a profile that the actor may see; in a transaction its row is locked. Throws `not_found`. */
export async function loadProfile(actor: Actor, id: number, t?: Transaction): Promise<Profile> {
  const profile = await Profile.findByPk(id, t && { transaction: t, lock: t.LOCK.UPDATE });
  if (!profile || !mayShow(actor, profile)) throw new AppError('not_found');
  return profile;
}

/** Returns where the actor may see a profile, and with it its files; throws `not_found` otherwise. */
export async function expectProfileVisible(actor: Actor, id: number): Promise<void> {
  await loadProfile(actor, id);
}
