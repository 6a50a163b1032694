import type { Transaction } from 'sequelize';
import type { Actor, MemberActor } from '../../actor.ts';
import type { PhotoState } from '../../contract/photos/enums.ts';
import { AppError } from '../../errors.ts';
import { Photo } from './model.ts';

/** Whose photos an account has to do with: a lawyer's own. A firm sees none of its lawyers'. Throws `not_found`. */
export function lawyerIdOf(actor: MemberActor): number {
  if (actor.kind === 'lawyer') return actor.lawyerId;
  throw new AppError('not_found', { message: '证件照片由律师用本人的账号办理' });
}

/** What a lawyer has not handed in is nobody else's to look at. */
const mayShow = (actor: Actor, { lawyerId, state }: Photo): boolean =>
  actor.kind === 'staff'
    ? state !== 'draft' && (actor.roles.includes('administrator') || actor.roles.includes('registrar'))
    : actor.kind === 'lawyer' && actor.lawyerId === lawyerId;

/** Loads a photo that the actor may see; in a transaction its row is locked. Throws `not_found` otherwise. */
export async function loadPhoto(actor: Actor, id: number, t?: Transaction): Promise<Photo> {
  const photo = await Photo.findByPk(id, t && { transaction: t, lock: t.LOCK.UPDATE });
  if (!photo || !mayShow(actor, photo)) throw new AppError('not_found');
  return photo;
}

/** The same for an act on one in this state. Throws `wrong_state` besides. */
export async function loadPhotoIn(state: PhotoState, of: { actor: Actor; id: number }, t: Transaction): Promise<Photo> {
  const photo = await loadPhoto(of.actor, of.id, t);
  if (photo.state !== state) throw new AppError('wrong_state', { message: '这张照片已经处理，请刷新页面' });
  return photo;
}

/** Returns where the actor may see a photo, and with it what was sent along; throws `not_found` otherwise. */
export async function expectPhotoVisible(actor: Actor, id: number): Promise<void> {
  await loadPhoto(actor, id);
}
