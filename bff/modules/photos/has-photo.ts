import type { Transaction } from 'sequelize';
import { Photo } from './model.ts';

/**
 * Whether a lawyer has a photo in use, or one that is with staff, and whether staff have yet to compare it. One that nobody
 * has handed in counts for nothing.
 */
export async function findPhoto(
  lawyerId: number,
  t?: Transaction,
): Promise<{ hasPhoto: boolean; isPhotoByHand: boolean }> {
  const [current, pending] = [`current:${lawyerId}`, `pending:${lawyerId}`];
  const photos = await Photo.findAll({
    where: { slot: [current, pending] },
    attributes: ['slot', 'way'],
    transaction: t ?? null,
  });
  const isPhotoByHand = photos.some(({ slot, way }) => slot === pending && way === 'manual');
  return { hasPhoto: photos.length > 0, isPhotoByHand };
}
